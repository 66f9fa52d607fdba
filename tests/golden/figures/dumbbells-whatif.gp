# gnuplot -e "fmt='svg'" dumbbells-whatif.gp > dumbbells-whatif.svg      fmt: svg, png or pdf
W = 481.89; H = 156.00   # points
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
set label "Thêm vốn vay đưa khả năng đạt từ \064\060 \045 lên \066\063 \045" at screen 0.02075,0.90064 left font B(11.5) tc rgb ink front
set label "Xác suất đạt chỉ tiêu\072 kế hoạch hiện nay và kịch bản" at screen 0.02075,0.79968 left font F(9) tc rgb soft front
set label "Số liệu minh họa\054 dùng để kiểm tra hình vẽ\056" at screen 0.02075,0.08173 left font F(7) tc rgb soft front
set lmargin at screen 0.39013; set rmargin at screen 0.95435
set bmargin at screen 0.29167; set tmargin at screen 0.54167
set xrange [-0.014:0.714]; set yrange [-1.5:0.5]
$corner << EOD
# x, y
-0.014000000000000002	-1.5
EOD
set object rectangle from screen 0.39013,0.41667 to screen 0.97925,0.54167 behind fc rgb zebra fs solid noborder
set arrow from screen 0.40098,0.29167 to screen 0.40098,0.56090 nohead lw 0.6 lc rgb hair back
set label "\060 \045" at screen 0.40098,0.22756 center font F(9) tc rgb soft front
set arrow from screen 0.47848,0.29167 to screen 0.47848,0.56090 nohead lw 0.6 lc rgb hair back
set label "\061\060 \045" at screen 0.47848,0.22756 center font F(9) tc rgb soft front
set arrow from screen 0.55599,0.29167 to screen 0.55599,0.56090 nohead lw 0.6 lc rgb hair back
set label "\062\060 \045" at screen 0.55599,0.22756 center font F(9) tc rgb soft front
set arrow from screen 0.63349,0.29167 to screen 0.63349,0.56090 nohead lw 0.6 lc rgb hair back
set label "\063\060 \045" at screen 0.63349,0.22756 center font F(9) tc rgb soft front
set arrow from screen 0.71099,0.29167 to screen 0.71099,0.56090 nohead lw 0.6 lc rgb hair back
set label "\064\060 \045" at screen 0.71099,0.22756 center font F(9) tc rgb soft front
set arrow from screen 0.78849,0.29167 to screen 0.78849,0.56090 nohead lw 0.6 lc rgb hair back
set label "\065\060 \045" at screen 0.78849,0.22756 center font F(9) tc rgb soft front
set arrow from screen 0.86599,0.29167 to screen 0.86599,0.56090 nohead lw 0.6 lc rgb hair back
set label "\066\060 \045" at screen 0.86599,0.22756 center font F(9) tc rgb soft front
set arrow from screen 0.94350,0.29167 to screen 0.94350,0.56090 nohead lw 0.6 lc rgb hair back
set label "\067\060 \045" at screen 0.94350,0.22756 center font F(9) tc rgb soft front
set label '' at screen 0.39843,0.65705 point pt 7 ps 1.4*PS lc rgb cB front
set label '' at screen 0.39843,0.65705 point pt 7 ps 0.756*PS lc rgb 'white' front
set label "kế hoạch" at screen 0.41711,0.65705 left font B(9) tc rgb cB front
set label '' at screen 0.55344,0.65705 point pt 7 ps 1.25*PS lc rgb cA front
set label "kịch bản" at screen 0.57212,0.65705 left font B(9) tc rgb cA front
set label "Hộ nghèo" at screen 0.37768,0.47917 right font F(9) tc rgb ink front
set label "\140touch x\140 \044\050y\051 \134n \173\057\075\065\060 x\175 \061\060\060\045 a\137b\136c \100m \046 \074b\076" at screen 0.37768,0.38542 right font F(7.5) tc rgb ink front
set label "\135\135\076 \042q\042 \047r\047" at screen 0.37768,0.32292 right font F(7.5) tc rgb ink front
$data << EOD
# row, from, to
-0	0.396	0.63
-1	0.02	0.01
EOD
plot $corner with lines, $data using 2:1:($3-$2):(0) with vectors nohead lw 2.4 lc rgb cAl, \
     $data using 2:1 with points pt 7 ps 1.7*PS lc rgb cB, \
     $data using 2:1 with points pt 7 ps 1.1*PS lc rgb 'white', \
     $data using 3:1 with points pt 7 ps 0.95*PS lc rgb cA
