# gnuplot -e "fmt='svg'" bars-goals.gp > bars-goals.svg      fmt: svg, png or pdf
W = 481.89; H = 243.00   # points
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
set label "Ba trong năm mục tiêu đã đạt từ đầu năm" at screen 0.02075,0.93621 left font B(11.5) tc rgb ink front
set label "Tỷ lệ hộ nghèo đạt chuẩn và mục tiêu của kế hoạch" at screen 0.02075,0.87140 left font F(9) tc rgb soft front
set label "Số liệu minh họa\054 dùng để kiểm tra hình vẽ\056" at screen 0.02075,0.05247 left font F(7) tc rgb soft front
set lmargin at screen 0.41088; set rmargin at screen 0.74002
set bmargin at screen 0.18724; set tmargin at screen 0.70576
set xrange [0:1]; set yrange [-5.5:0.5]
$corner << EOD
# x, y
0	-5.5
EOD
set arrow from screen 0.41088,0.18724 to screen 0.41088,0.71811 nohead lw 0.6 lc rgb hair back
set label "\060 \045" at screen 0.41088,0.14609 center font F(9) tc rgb soft front
set arrow from screen 0.47671,0.18724 to screen 0.47671,0.71811 nohead lw 0.6 lc rgb hair back
set label "\062\060 \045" at screen 0.47671,0.14609 center font F(9) tc rgb soft front
set arrow from screen 0.54254,0.18724 to screen 0.54254,0.71811 nohead lw 0.6 lc rgb hair back
set label "\064\060 \045" at screen 0.54254,0.14609 center font F(9) tc rgb soft front
set arrow from screen 0.60837,0.18724 to screen 0.60837,0.71811 nohead lw 0.6 lc rgb hair back
set label "\066\060 \045" at screen 0.60837,0.14609 center font F(9) tc rgb soft front
set arrow from screen 0.67419,0.18724 to screen 0.67419,0.71811 nohead lw 0.6 lc rgb hair back
set label "\070\060 \045" at screen 0.67419,0.14609 center font F(9) tc rgb soft front
set arrow from screen 0.74002,0.18724 to screen 0.74002,0.71811 nohead lw 0.6 lc rgb hair back
set label "\061\060\060 \045" at screen 0.74002,0.14609 center font F(9) tc rgb soft front
set object rectangle from screen 0.41088,0.76337 to screen 0.42748,0.79630 behind fc rgb cA fs solid noborder
set label "hiện nay" at screen 0.43786,0.77984 left font B(9) tc rgb ink front
set arrow from screen 0.57005,0.75514 to screen 0.57005,0.80453 nohead lw 3 lc rgb cB back
set label "mục tiêu" at screen 0.58872,0.77984 left font B(9) tc rgb cB front
set label "Kết quả" at screen 0.91137,0.77984 center font B(8.5) tc rgb ink front
set label "Diện tích nhà ở" at screen 0.39843,0.66255 right font F(9) tc rgb ink front
set label "\070\070 \045" at screen 0.71090,0.66255 left font F(8.5) tc rgb ink front
set label "đã đạt" at screen 0.91137,0.66255 center font F(9) tc rgb ink front
set label "Sử dụng dịch vụ viễn thông" at screen 0.39843,0.57613 right font F(9) tc rgb ink front
set label "\066\066 \045" at screen 0.63849,0.57613 left font F(8.5) tc rgb ink front
set label "còn thiếu \062\063 hộ" at screen 0.91137,0.57613 center font F(9) tc rgb ink front
set label "Bảo hiểm y tế" at screen 0.39843,0.48971 right font F(9) tc rgb ink front
set label "\061\065 \045" at screen 0.47063,0.48971 left font F(8.5) tc rgb ink front
set label "còn thiếu \065\061 hộ" at screen 0.91137,0.48971 center font F(9) tc rgb ink front
set label "Trẻ em trong độ tuổi được đi học đúng cấp học\054" at screen 0.39843,0.42335 right font F(7.5) tc rgb ink front
set label "đúng độ tuổi" at screen 0.39843,0.38323 right font F(7.5) tc rgb ink front
set label "\061\060\060 \045" at screen 0.75040,0.40329 left font F(8.5) tc rgb ink front
set label "đã đạt" at screen 0.91137,0.40329 center font F(9) tc rgb ink front
set label "Nước sạch" at screen 0.39843,0.31687 right font F(9) tc rgb ink front
set label "\070\065 \045" at screen 0.70969,0.31687 left font F(8.5) tc rgb ink front
set label "còn thiếu \062 hộ" at screen 0.91137,0.31687 center font F(9) tc rgb ink front
set label "Không rõ" at screen 0.39843,0.23045 right font F(9) tc rgb ink front
$data << EOD
# row, value, goal, strong
-0	0.88	0.8	1
-1	0.66	1	0
-2	0.15	0.9	0
-3	1	1	1
-4	0.85	0.87	0
-5	NaN	0.5	0
EOD
set style fill solid 1 noborder
plot $corner with lines, $data using (0):($4 > 0 ? NaN : $1):(0):2:($1-0.3):($1+0.3) with boxxyerror lc rgb cAl, \
     $data using (0):($4 > 0 ? $1 : NaN):(0):2:($1-0.3):($1+0.3) with boxxyerror lc rgb cA, \
     $data using 3:($1-0.4):(0):(0.8) with vectors nohead lw 3 lc rgb cB
