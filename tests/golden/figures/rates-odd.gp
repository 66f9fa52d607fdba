# gnuplot -e "fmt='svg'" rates-odd.gp > rates-odd.svg      fmt: svg, png or pdf
W = 481.89; H = 439.00   # points
set encoding utf8
if (!exists('fmt')) fmt = 'png'
k  = fmt eq 'svg' ? 96./72. : 1.
PS = fmt eq 'svg' ? 0.48 : 1.
F(p) = sprintf('Noto Sans,%.2f', p*k)
B(p) = sprintf('Noto Sans:Bold,%.2f', p*k)
if (fmt eq 'png') {
  set terminal pngcairo noenhanced size int(W/72*200), int(H/72*200) font F(9) \
    fontscale 200/96. linewidth 200/72.*0.8 pointscale 200/72.*0.55 \
    background '#ffffff'
} else { if (fmt eq 'svg') {
  set terminal svg noenhanced size int(W/72*96), int(H/72*96) dynamic font F(9) \
    linewidth 1.1 background '#ffffff'
} else {
  set terminal pdfcairo noenhanced size W/72, H/72 font F(9) fontscale 0.75 \
    linewidth 1.6 pointscale 0.75 background '#ffffff'
}}
cA = '#004488'; cB = '#BB5566'; cC = '#DDAA33'; cAm = '#6F95C2'; cAl = '#BFD0E4'
ink = '#1a1a1a'; soft = '#595959'; hair = '#d9d9d9'; zebra = '#f5f7fa'
unset border; unset tics; unset key; set datafile separator '\t'
set label "Thiếu hụt việc làm và bảo hiểm y tế chi phối nghèo ở xã" at screen 0.02075,0.96469 left font B(11.5) tc rgb ink front
set label "Tỷ lệ hộ thiếu hụt theo \061\062 chỉ số\054 cuối năm \062\060\062\063" at screen 0.02075,0.92882 left font F(9) tc rgb soft front
set label "Nguồn\072 rà soát cuối năm \062\060\062\063\054 xã Cẩm Bình\073 \066\067 hộ nghèo\054 \065\067 hộ cận nghèo\056 Vạch ngang\072 khoảng tin cậy Wilson \071\065 \045\056" at screen 0.02075,0.02904 left font F(7) tc rgb soft front
set lmargin at screen 0.27807; set rmargin at screen 0.83282
set bmargin at screen 0.10364; set tmargin at screen 0.85535
set xrange [0:0.03]; set yrange [-4.5:0.5]
$corner << EOD
# x, y
0	-4.5
EOD
set object rectangle from screen 0.26147,0.70501 to screen 0.97925,0.85535 behind fc rgb zebra fs solid noborder
set label "Hộ nghèo" at screen 0.24902,0.78018 right font B(10) tc rgb ink front
set label "đầu năm \062\054\066\066 \045" at screen 0.77908,0.82346 center font F(8.5) tc rgb ink front
set label "mục tiêu \061\054\067\065 \045" at screen 0.62730,0.82346 center font B(8.5) tc rgb cB front
set label "dự báo \061\054\070\067 \045" at screen 0.62386,0.74146 center font B(8.5) tc rgb cA front
set label "\063\063 \045" at screen 0.92471,0.78018 center font B(15) tc rgb ink front
set label "Hộ cận nghèo" at screen 0.24902,0.62984 right font B(10) tc rgb ink front
set label "đầu năm \062\054\062\067 \045" at screen 0.48638,0.67312 center font F(8.5) tc rgb ink front
set label "mục tiêu \060\054\070\067 \045" at screen 0.33461,0.67312 center font B(8.5) tc rgb cB front
set label "dự báo \061\054\065\071 \045" at screen 0.32675,0.59112 center font B(8.5) tc rgb cA front
set label "\074 \061 \045" at screen 0.92471,0.62984 center font B(15) tc rgb ink front
set object rectangle from screen 0.26147,0.40433 to screen 0.97925,0.55467 behind fc rgb zebra fs solid noborder
set label "Hộ nghèo" at screen 0.24902,0.47950 right font B(10) tc rgb ink front
set label "đầu năm \062\054\066\066 \045" at screen 0.77069,0.52278 center font F(8.5) tc rgb ink front
set label "dự báo \061\054\070\067 \045" at screen 0.62386,0.44077 center font B(8.5) tc rgb cA front
set label "\140touch x\140 \044\050y\051 \134n \173\057\075\065\060" at screen 0.24902,0.35877 right font B(10) tc rgb ink front
set label "x\175 \061\060\060\045 a\137b\136c \100m \046" at screen 0.24902,0.32916 right font B(10) tc rgb ink front
set label "\074b\076 \135\135\076 \042q\042 \047r\047" at screen 0.24902,0.29954 right font B(10) tc rgb ink front
set label "đầu năm \062\054\066\066 \045" at screen 0.77069,0.37244 center font F(8.5) tc rgb ink front
set label "mục tiêu \061\054\067\065 \045" at screen 0.60167,0.37244 center font B(8.5) tc rgb cB front
set label "dự báo \061\054\070\067 \045" at screen 0.62386,0.29043 center font B(8.5) tc rgb cA front
set label "\063\063 \045" at screen 0.92471,0.32916 center font B(15) tc rgb ink front
set object rectangle from screen 0.26147,0.10364 to screen 0.97925,0.25399 behind fc rgb zebra fs solid noborder
set label "Không rõ" at screen 0.24902,0.17882 right font B(10) tc rgb ink front
set label "\055" at screen 0.92471,0.17882 center font B(15) tc rgb ink front
set arrow from screen 0.27807,0.10364 to screen 0.27807,0.86219 nohead lw 0.6 lc rgb hair back
set label "\060\054\060 \045" at screen 0.27807,0.08087 center font F(9) tc rgb soft front
set arrow from screen 0.37053,0.10364 to screen 0.37053,0.86219 nohead lw 0.6 lc rgb hair back
set label "\060\054\065 \045" at screen 0.37053,0.08087 center font F(9) tc rgb soft front
set arrow from screen 0.46299,0.10364 to screen 0.46299,0.86219 nohead lw 0.6 lc rgb hair back
set label "\061\054\060 \045" at screen 0.46299,0.08087 center font F(9) tc rgb soft front
set arrow from screen 0.55544,0.10364 to screen 0.55544,0.86219 nohead lw 0.6 lc rgb hair back
set label "\061\054\065 \045" at screen 0.55544,0.08087 center font F(9) tc rgb soft front
set arrow from screen 0.64790,0.10364 to screen 0.64790,0.86219 nohead lw 0.6 lc rgb hair back
set label "\062\054\060 \045" at screen 0.64790,0.08087 center font F(9) tc rgb soft front
set arrow from screen 0.74036,0.10364 to screen 0.74036,0.86219 nohead lw 0.6 lc rgb hair back
set label "\062\054\065 \045" at screen 0.74036,0.08087 center font F(9) tc rgb soft front
set arrow from screen 0.83282,0.10364 to screen 0.83282,0.86219 nohead lw 0.6 lc rgb hair back
set label "\063\054\060 \045" at screen 0.83282,0.08087 center font F(9) tc rgb soft front
set label "Xác suất đạt" at screen 0.92471,0.87813 center font B(8.5) tc rgb ink front
$data << EOD
# row, start, target, q05, q25, mean, q75, q95
-0	0.02664	0.0265	0.0149	0.0171	0.0187	0.0201	0.0219
-1	0	0	0	0	0	0	0
-2	0.02664	NaN	0.0149	0.0171	0.0187	0.0201	0.0219
-3	0.02664	0.0175	0.0149	NaN	0.0187	NaN	0.0219
-4	NaN	NaN	NaN	NaN	NaN	NaN	NaN
EOD
plot $corner with lines, $data using 2:1:($6-$2):(0) with vectors nohead lw 1 dt (2,3) lc rgb soft, \
     $data using 4:1:($8-$4):(0) with vectors nohead lw 1.6 lc rgb cAm, \
     $data using 5:1:($7-$5):(0) with vectors nohead lw 6 lc rgb cAm, \
     $data using 3:($1-0.2):(0):(0.4) with vectors nohead lw 3 lc rgb cB, \
     $data using 2:1 with points pt 7 ps 1.5*PS lc rgb ink, \
     $data using 2:1 with points pt 7 ps 0.85*PS lc rgb 'white', \
     $data using 6:1 with points pt 7 ps 1.6*PS lc rgb cA
