# gnuplot -e "fmt='svg'" dumbbells.gp > dumbbells.svg      fmt: svg, png or pdf
W = 481.89; H = 234.00   # points
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
set label "Chợ được giao quá sức\054 Bình Sơn còn dư sức" at screen 0.02075,0.93376 left font B(11.5) tc rgb ink front
set label "Chỉ tiêu đang giao và chỉ tiêu công bằng\054 theo thôn" at screen 0.02075,0.86645 left font F(9) tc rgb soft front
set label "Số liệu minh họa\054 dùng để kiểm tra hình vẽ\056" at screen 0.02075,0.05449 left font F(7) tc rgb soft front
set lmargin at screen 0.16669; set rmargin at screen 0.72734
set bmargin at screen 0.19444; set tmargin at screen 0.69444
set xrange [-0.14:7.14]; set yrange [-5.5:0.5]
$corner << EOD
# x, y
-0.14	-5.5
EOD
set object rectangle from screen 0.16669,0.61111 to screen 0.97925,0.69444 behind fc rgb zebra fs solid noborder
set object rectangle from screen 0.16669,0.44444 to screen 0.97925,0.52778 behind fc rgb zebra fs solid noborder
set object rectangle from screen 0.16669,0.27778 to screen 0.97925,0.36111 behind fc rgb zebra fs solid noborder
set arrow from screen 0.17747,0.19444 to screen 0.17747,0.70726 nohead lw 0.6 lc rgb hair back
set label "\060" at screen 0.17747,0.15171 center font F(9) tc rgb soft front
set arrow from screen 0.25448,0.19444 to screen 0.25448,0.70726 nohead lw 0.6 lc rgb hair back
set label "\061" at screen 0.25448,0.15171 center font F(9) tc rgb soft front
set arrow from screen 0.33149,0.19444 to screen 0.33149,0.70726 nohead lw 0.6 lc rgb hair back
set label "\062" at screen 0.33149,0.15171 center font F(9) tc rgb soft front
set arrow from screen 0.40851,0.19444 to screen 0.40851,0.70726 nohead lw 0.6 lc rgb hair back
set label "\063" at screen 0.40851,0.15171 center font F(9) tc rgb soft front
set arrow from screen 0.48552,0.19444 to screen 0.48552,0.70726 nohead lw 0.6 lc rgb hair back
set label "\064" at screen 0.48552,0.15171 center font F(9) tc rgb soft front
set arrow from screen 0.56253,0.19444 to screen 0.56253,0.70726 nohead lw 0.6 lc rgb hair back
set label "\065" at screen 0.56253,0.15171 center font F(9) tc rgb soft front
set arrow from screen 0.63955,0.19444 to screen 0.63955,0.70726 nohead lw 0.6 lc rgb hair back
set label "\066" at screen 0.63955,0.15171 center font F(9) tc rgb soft front
set arrow from screen 0.71656,0.19444 to screen 0.71656,0.70726 nohead lw 0.6 lc rgb hair back
set label "\067" at screen 0.71656,0.15171 center font F(9) tc rgb soft front
set label '' at screen 0.17499,0.77137 point pt 7 ps 1.4*PS lc rgb cB front
set label '' at screen 0.17499,0.77137 point pt 7 ps 0.756*PS lc rgb 'white' front
set label "đang giao" at screen 0.19366,0.77137 left font B(9) tc rgb cB front
set label '' at screen 0.33825,0.77137 point pt 7 ps 1.25*PS lc rgb cA front
set label "công bằng" at screen 0.35693,0.77137 left font B(9) tc rgb cA front
set label "Chợ" at screen 0.15424,0.65278 right font F(9) tc rgb ink front
set label "Hạc Sơn" at screen 0.15424,0.56944 right font F(9) tc rgb ink front
set label "Tô" at screen 0.15424,0.48611 right font F(9) tc rgb ink front
set label "Bình Sơn" at screen 0.15424,0.40278 right font F(9) tc rgb ink front
set label "Thôn không rõ" at screen 0.15424,0.31944 right font F(9) tc rgb ink front
set label "Vinh" at screen 0.15424,0.23611 right font F(9) tc rgb ink front
set label "công bằng" at screen 0.93185,0.77137 center font B(8) tc rgb ink front
set label "\065\067 \045" at screen 0.93185,0.65278 center font F(9) tc rgb ink front
set label "\066\062 \045" at screen 0.93185,0.56944 center font F(9) tc rgb ink front
set label "\064\066 \045" at screen 0.93185,0.48611 center font F(9) tc rgb ink front
set label "\066\061 \045" at screen 0.93185,0.40278 center font F(9) tc rgb ink front
set label "\055" at screen 0.93185,0.31944 center font F(9) tc rgb ink front
set label "\061\060\060 \045" at screen 0.93185,0.23611 center font F(9) tc rgb ink front
set label "đang giao" at screen 0.81835,0.77137 center font B(8) tc rgb ink front
set label "\062\064 \045" at screen 0.81835,0.65278 center font F(9) tc rgb ink front
set label "\063\064 \045" at screen 0.81835,0.56944 center font F(9) tc rgb ink front
set label "\064\066 \045" at screen 0.81835,0.48611 center font F(9) tc rgb ink front
set label "\070\066 \045" at screen 0.81835,0.40278 center font F(9) tc rgb ink front
set label "\055" at screen 0.81835,0.31944 center font F(9) tc rgb ink front
set label "\061\060\060 \045" at screen 0.81835,0.23611 center font F(9) tc rgb ink front
$data << EOD
# row, from, to
-0	7	5
-1	3	2
-2	3	3
-3	2	3
-4	NaN	1
-5	0	0
EOD
plot $corner with lines, $data using 2:1:($3-$2):(0) with vectors nohead lw 2.4 lc rgb cAl, \
     $data using 2:1 with points pt 7 ps 1.7*PS lc rgb cB, \
     $data using 2:1 with points pt 7 ps 1.1*PS lc rgb 'white', \
     $data using 3:1 with points pt 7 ps 0.95*PS lc rgb cA
