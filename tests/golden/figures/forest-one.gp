# gnuplot -e "fmt='svg'" forest-one.gp > forest-one.svg      fmt: svg, png or pdf
W = 481.89; H = 136.50   # points
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
set label "Thiếu hụt việc làm và bảo hiểm y tế chi phối nghèo ở xã" at screen 0.02075,0.88645 left font B(11.5) tc rgb ink front
set label "Tỷ lệ hộ thiếu hụt theo \061\062 chỉ số\054 cuối năm \062\060\062\063" at screen 0.02075,0.77106 left font F(9) tc rgb soft front
set label "Nguồn\072 rà soát cuối năm \062\060\062\063\054 xã Cẩm Bình\073 \066\067 hộ nghèo\054 \065\067 hộ cận nghèo\056 Vạch ngang\072 khoảng tin cậy Wilson \071\065 \045\056" at screen 0.02075,0.09341 left font F(7) tc rgb soft front
set lmargin at screen 0.18412; set rmargin at screen 0.83697
set bmargin at screen 0.33333; set tmargin at screen 0.47619
set xrange [-0.02:1.02]; set yrange [-0.5:0.5]
$corner << EOD
# x, y
-0.02	-0.5
EOD
set object rectangle from screen 0.17582,0.33333 to screen 0.97925,0.47619 behind fc rgb zebra fs solid noborder
set label "\061 hộ" at screen 0.16752,0.40476 right font F(8) tc rgb soft front
set label "Bình Hòa \063" at screen 0.11680,0.40476 right font F(9) tc rgb ink front
set label "–" at screen 0.92471,0.40476 center font F(9) tc rgb ink front
set arrow from screen 0.19668,0.33333 to screen 0.19668,0.49817 nohead lw 0.6 lc rgb hair back
set label "\060" at screen 0.19668,0.26007 center font F(9) tc rgb soft front
set arrow from screen 0.82441,0.33333 to screen 0.82441,0.49817 nohead lw 0.6 lc rgb hair back
set label "\061" at screen 0.82441,0.26007 center font F(9) tc rgb soft front
set arrow from screen 0.18827,0.60073 to screen 0.25883,0.60073 nohead lw 1.2 lc rgb cAm back
set arrow from screen 0.20695,0.60073 to screen 0.24015,0.60073 nohead lw 4.2 lc rgb cAm back
set label '' at screen 0.22355,0.60073 point pt 7 ps 1.25*PS lc rgb cA front
set label "Dự báo" at screen 0.27128,0.60073 left font B(9) tc rgb cA front
set arrow from screen 0.38447,0.55678 to screen 0.38447,0.64469 nohead lw 3 lc rgb cB back
set label "Chỉ tiêu" at screen 0.39692,0.60073 left font B(9) tc rgb cB front
set label "Xác suất đạt" at screen 0.92471,0.60073 center font B(8.5) tc rgb ink front
$data << EOD
# row, mean, q05, q25, q75, q95, quota
-0	0.09	0	0	0	1	NaN
EOD
plot $corner with lines, $data using 3:1:($6-$3):(0) with vectors nohead lw 1.2 lc rgb cAm, \
     $data using 4:1:($5-$4):(0) with vectors nohead lw 4.2 lc rgb cAm, \
     $data using 7:($1-0.31):(0):(0.62) with vectors nohead lw 3 lc rgb cB, \
     $data using 2:1 with points pt 7 ps 1.25*PS lc rgb cA
