# gnuplot -e "fmt='svg'" rates.gp > rates.svg      fmt: svg, png or pdf
W = 481.89; H = 241.00   # points
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
set label "Tỷ lệ hộ nghèo cuối năm\072 \063\063 \045 khả năng đạt mục tiêu \061\054\067\065 \045" at screen 0.02075,0.93568 left font B(11.5) tc rgb ink front
set label "Tỷ lệ hộ cuối năm \062\060\062\064 \050\045 tổng số hộ\051" at screen 0.02075,0.87033 left font F(9) tc rgb soft front
set label "Vòng tròn\072 đầu năm\073 điểm\072 trung vị dự báo\073 vạch đậm\072 khoảng \065\060 \045\073 vạch mảnh\072 khoảng \071\060 \045\056" at screen 0.02075,0.05290 left font F(7) tc rgb soft front
set lmargin at screen 0.19166; set rmargin at screen 0.83282
set bmargin at screen 0.18880; set tmargin at screen 0.73651
set xrange [0.005:0.03]; set yrange [-1.5:0.5]
$corner << EOD
# x, y
0.005	-1.5
EOD
set object rectangle from screen 0.17506,0.46266 to screen 0.97925,0.73651 behind fc rgb zebra fs solid noborder
set label "Hộ nghèo" at screen 0.16261,0.59959 right font B(10) tc rgb ink front
set label "đầu năm \062\054\066\066 \045" at screen 0.74665,0.67842 center font F(8.5) tc rgb ink front
set label "mục tiêu \061\054\067\065 \045" at screen 0.51224,0.67842 center font B(8.5) tc rgb cB front
set label "dự báo \061\054\070\067 \045" at screen 0.54301,0.52905 center font B(8.5) tc rgb cA front
set label "\063\063 \045" at screen 0.92471,0.59959 center font B(15) tc rgb ink front
set label "Hộ cận nghèo" at screen 0.16261,0.32573 right font B(10) tc rgb ink front
set label "đầu năm \062\054\062\067 \045" at screen 0.64483,0.40456 center font F(8.5) tc rgb ink front
set label "mục tiêu \060\054\070\067 \045" at screen 0.28655,0.40456 center font B(8.5) tc rgb cB front
set label "dự báo \061\054\065\071 \045" at screen 0.47121,0.25519 center font B(8.5) tc rgb cA front
set label "\074 \061 \045" at screen 0.92471,0.32573 center font B(15) tc rgb ink front
set arrow from screen 0.19166,0.18880 to screen 0.19166,0.74896 nohead lw 0.6 lc rgb hair back
set label "\060\054\065 \045" at screen 0.19166,0.14730 center font F(9) tc rgb soft front
set arrow from screen 0.31989,0.18880 to screen 0.31989,0.74896 nohead lw 0.6 lc rgb hair back
set label "\061\054\060 \045" at screen 0.31989,0.14730 center font F(9) tc rgb soft front
set arrow from screen 0.44812,0.18880 to screen 0.44812,0.74896 nohead lw 0.6 lc rgb hair back
set label "\061\054\065 \045" at screen 0.44812,0.14730 center font F(9) tc rgb soft front
set arrow from screen 0.57635,0.18880 to screen 0.57635,0.74896 nohead lw 0.6 lc rgb hair back
set label "\062\054\060 \045" at screen 0.57635,0.14730 center font F(9) tc rgb soft front
set arrow from screen 0.70459,0.18880 to screen 0.70459,0.74896 nohead lw 0.6 lc rgb hair back
set label "\062\054\065 \045" at screen 0.70459,0.14730 center font F(9) tc rgb soft front
set arrow from screen 0.83282,0.18880 to screen 0.83282,0.74896 nohead lw 0.6 lc rgb hair back
set label "\063\054\060 \045" at screen 0.83282,0.14730 center font F(9) tc rgb soft front
set label "Xác suất đạt" at screen 0.92471,0.77801 center font B(8.5) tc rgb ink front
$data << EOD
# row, start, target, q05, q25, mean, q75, q95
-0	0.02664	0.0175	0.0149	0.0171	0.0187	0.0201	0.0219
-1	0.02267	0.0087	0.0131	0.0149	0.0159	0.0171	0.0189
EOD
plot $corner with lines, $data using 2:1:($6-$2):(0) with vectors nohead lw 1 dt (2,3) lc rgb soft, \
     $data using 4:1:($8-$4):(0) with vectors nohead lw 1.6 lc rgb cAm, \
     $data using 5:1:($7-$5):(0) with vectors nohead lw 6 lc rgb cAm, \
     $data using 3:($1-0.2):(0):(0.4) with vectors nohead lw 3 lc rgb cB, \
     $data using 2:1 with points pt 7 ps 1.5*PS lc rgb ink, \
     $data using 2:1 with points pt 7 ps 0.85*PS lc rgb 'white', \
     $data using 6:1 with points pt 7 ps 1.6*PS lc rgb cA
