# gnuplot -e "fmt='svg'" lines-odd.gp > lines-odd.svg      fmt: svg, png or pdf
W = 481.89; H = 281.50   # points
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
set label "\140touch x\140 \044\050y\051 \134n \173\057\075\065\060 x\175 \061\060\060\045 a\137b\136c \100m \046 \074b\076 \135\135\076 \042q\042 \047r\047" at screen 0.02075,0.94494 left font B(11.5) tc rgb ink front
set label "Số liệu minh họa\054 dùng để kiểm tra hình vẽ\056" at screen 0.02075,0.04529 left font F(7) tc rgb soft front
set lmargin at screen 0.08452; set rmargin at screen 0.63477
set bmargin at screen 0.15453; set tmargin at screen 0.86856
set xrange [3:4]; set yrange [0:0.01]
$corner << EOD
# x, y
3	0
EOD
set label "\063\054\060" at screen 0.08452,0.11545 center font F(9) tc rgb soft front
set label "\063\054\062" at screen 0.19457,0.11545 center font F(9) tc rgb soft front
set label "\063\054\064" at screen 0.30462,0.11545 center font F(9) tc rgb soft front
set label "\063\054\066" at screen 0.41467,0.11545 center font F(9) tc rgb soft front
set label "\063\054\070" at screen 0.52472,0.11545 center font F(9) tc rgb soft front
set label "\064\054\060" at screen 0.63477,0.11545 center font F(9) tc rgb soft front
set arrow from screen 0.64307,0.15453 to screen 0.66175,0.16874 nohead lw 0.6 lc rgb '#a8a8a8' back
set label "\140touch x\140 \044\050y\051 \134n \173\057\075\065\060 x\175 \061\060\060\045 a\137b…" at screen 0.66590,0.16874 left font B(8.5) tc rgb cA front
set arrow from screen 0.07622,0.15453 to screen 0.05755,0.16874 nohead lw 0.6 lc rgb '#a8a8a8' back
set label "\060 \045" at screen 0.05339,0.16874 right font F(8.5) tc rgb cA front
$line0 << EOD
# x, y
3	0
EOD
$line1 << EOD
# x, y
3	NaN
EOD
$line2 << EOD
# x, y
EOD
plot $corner with lines, \
 $line0 using 1:2 with lines lw 2.2 dt (3,2) lc rgb cA, \
 $line0 using 1:2 with points pt 7 ps 1.2*PS lc rgb cA, \
 $line0 using 1:2 with points pt 7 ps 0.65*PS lc rgb 'white', \
 $line1 using 1:2 with lines lw 2.4 lc rgb cA, \
 $line2 using 1:2 with lines lw 2.4 lc rgb cA
