# gnuplot -e "fmt='svg'" dots-one.gp > dots-one.svg      fmt: svg, png or pdf
W = 481.89; H = 155.00   # points
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
set label "\140touch x\140 \044\050y\051 \134n \173\057\075\065\060 x\175 \061\060\060\045 a\137b\136c \100m \046 \074b\076 \135\135\076 \042q\042 \047r\047" at screen 0.02075,0.90000 left font B(11.5) tc rgb ink front
set label "Tỷ lệ hộ thiếu hụt theo \061\062 chỉ số\054 cuối năm \062\060\062\063" at screen 0.02075,0.79839 left font F(9) tc rgb soft front
set label "Nguồn\072 rà soát cuối năm \062\060\062\063\054 xã Cẩm Bình\073 \066\067 hộ nghèo\054 \065\067 hộ cận nghèo\056 Vạch ngang\072 khoảng tin cậy Wilson \071\065 \045\056" at screen 0.02075,0.08226 left font F(7) tc rgb soft front
set lmargin at screen 0.42126; set rmargin at screen 0.95435
set bmargin at screen 0.29355; set tmargin at screen 0.68065
set xrange [0:0.3]; set yrange [-2.5:0.5]
$corner << EOD
# x, y
0	-2.5
EOD
set label "Nhà tiêu hợp vệ sinh" at screen 0.40881,0.61613 right font F(9) tc rgb ink front
set object rectangle from screen 0.42126,0.42258 to screen 0.97925,0.55161 behind fc rgb zebra fs solid noborder
set label "\140touch x\140 \044\050y\051 \134n \173\057\075\065\060 x\175 \061\060\060\045 a\137b\136c \100m \046 \074b\076 \135\135\076" at screen 0.40881,0.51855 right font F(7.5) tc rgb ink front
set label "\042q\042 \047r\047" at screen 0.40881,0.45565 right font F(7.5) tc rgb ink front
set label "Dinh dưỡng" at screen 0.40881,0.35806 right font F(9) tc rgb ink front
set arrow from screen 0.42126,0.29355 to screen 0.42126,0.70000 nohead lw 0.6 lc rgb hair back
set label "\060\045" at screen 0.42126,0.22903 center font F(9) tc rgb soft front
set arrow from screen 0.51011,0.29355 to screen 0.51011,0.70000 nohead lw 0.6 lc rgb hair back
set label "\065\045" at screen 0.51011,0.22903 center font F(9) tc rgb soft front
set arrow from screen 0.59895,0.29355 to screen 0.59895,0.70000 nohead lw 0.6 lc rgb hair back
set label "\061\060\045" at screen 0.59895,0.22903 center font F(9) tc rgb soft front
set arrow from screen 0.68780,0.29355 to screen 0.68780,0.70000 nohead lw 0.6 lc rgb hair back
set label "\061\065\045" at screen 0.68780,0.22903 center font F(9) tc rgb soft front
set arrow from screen 0.77665,0.29355 to screen 0.77665,0.70000 nohead lw 0.6 lc rgb hair back
set label "\062\060\045" at screen 0.77665,0.22903 center font F(9) tc rgb soft front
set arrow from screen 0.86550,0.29355 to screen 0.86550,0.70000 nohead lw 0.6 lc rgb hair back
set label "\062\065\045" at screen 0.86550,0.22903 center font F(9) tc rgb soft front
set arrow from screen 0.95435,0.29355 to screen 0.95435,0.70000 nohead lw 0.6 lc rgb hair back
set label "\063\060\045" at screen 0.95435,0.22903 center font F(9) tc rgb soft front
$data << EOD
# row; of each group: share, low, high
-0	0.1791044776119403	0.1055	0.2875
-1	0.11940298507462686	0.0618	0.2183
-2	0.08955223880597014	0.0417	0.1819
EOD
o = 0
plot $corner with lines, $data using 3:($1+o):($4-$3):(0) with vectors nohead lw 2.2 lc rgb cA, \
     $data using 2:($1+o) with points pt 7 ps 1.25*PS lc rgb cA
