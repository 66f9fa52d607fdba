# gnuplot -e "fmt='svg'" multiples-odd.gp > multiples-odd.svg      fmt: svg, png or pdf
W = 481.89; H = 166.50   # points
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
set label "Một năm\054 hai ô" at screen 0.02075,0.90691 left font B(11.5) tc rgb ink front
set label "Số liệu minh họa\054 dùng để kiểm tra hình vẽ\056" at screen 0.02075,0.07658 left font F(7) tc rgb soft front
set lmargin at screen 0.00000; set rmargin at screen 1.00000
set bmargin at screen 0.00000; set tmargin at screen 1.00000
set xrange [0:481.89]; set yrange [0:166.5]
$corner << EOD
# x, y
0	0
EOD
set label "\140touch x\140 \044\050y\051 \134n \173\057\075\065\060 x\175 \061\060\060\045 a\137b\136c \100m \046 \074b\076 \135\135\076 \042q\042 \047r\047" at screen 0.07476,0.75375 left font B(7.5) tc rgb ink front
set arrow from screen 0.07476,0.26727 to screen 0.50833,0.26727 nohead lw 0.6 lc rgb hair back
set label "\060\054\060 \045" at screen 0.06438,0.26727 right font F(8) tc rgb soft front
set arrow from screen 0.07476,0.47147 to screen 0.50833,0.47147 nohead lw 0.6 lc rgb hair back
set label "\060\054\065 \045" at screen 0.06438,0.47147 right font F(8) tc rgb soft front
set arrow from screen 0.07476,0.67568 to screen 0.50833,0.67568 nohead lw 0.6 lc rgb hair back
set label "\061\054\060 \045" at screen 0.06438,0.67568 right font F(8) tc rgb soft front
set label "\062\060\062\064" at screen 0.09966,0.21922 center font F(8) tc rgb soft front
set label "\060\054\060 \045" at screen 0.09966,0.31532 center font B(8) tc rgb cA front
$p0 << EOD
# point, value, low, high, forecast
0	0	NaN	NaN	0
EOD
set label "Không rõ" at screen 0.54568,0.75375 left font B(8.5) tc rgb ink front
set arrow from screen 0.54568,0.26727 to screen 0.97925,0.26727 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.54568,0.47147 to screen 0.97925,0.47147 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.54568,0.67568 to screen 0.97925,0.67568 nohead lw 0.6 lc rgb hair back
set label "\062\060\062\064" at screen 0.57058,0.21922 center font F(8) tc rgb soft front
$p1 << EOD
# point, value, low, high, forecast
0	NaN	NaN	NaN	0
EOD
plot $corner with lines, \
 $p0 using (48.024+0.000*$1):(44.500+6800.000*$2) with lines lw 1.8 lc rgb cA, \
 '' using (48.024+0.000*$1):(44.500+6800.000*$2) with points pt 7 ps 0.95*PS lc rgb cA, \
 '' using (48.024+0.000*$1):($5 > 0 ? 44.500+6800.000*$2 : NaN) with points pt 7 ps 0.5*PS lc rgb 'white', \
 $p1 using (274.957+0.000*$1):(44.500+6800.000*$3):(44.500+6800.000*$4) with filledcurves lc rgb '#DCE6F2', \
 $p1 using (274.957+0.000*$1):(44.500+6800.000*$2) with lines lw 1.8 lc rgb cA, \
 '' using (274.957+0.000*$1):(44.500+6800.000*$2) with points pt 7 ps 0.95*PS lc rgb cA, \
 '' using (274.957+0.000*$1):($5 > 0 ? 44.500+6800.000*$2 : NaN) with points pt 7 ps 0.5*PS lc rgb 'white'
