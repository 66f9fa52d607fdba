# gnuplot -e "fmt='svg'" lines-fan.gp > lines-fan.svg      fmt: svg, png or pdf
W = 481.89; H = 294.00   # points
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
set label "Tỷ lệ hộ nghèo cuối năm\072 \063\063 \045 khả năng đạt mục tiêu \061\054\067\065 \045" at screen 0.02075,0.94728 left font B(11.5) tc rgb ink front
set label "Tỷ lệ hộ nghèo theo tháng\054 năm \062\060\062\064 \050\045 tổng số hộ\051\073 đã theo dõi đến tháng \065" at screen 0.02075,0.89371 left font F(9) tc rgb soft front
set label "Số liệu minh họa\054 dùng để kiểm tra hình vẽ\056" at screen 0.02075,0.04337 left font F(7) tc rgb soft front
set lmargin at screen 0.08410; set rmargin at screen 0.80876
set bmargin at screen 0.14796; set tmargin at screen 0.83163
set xrange [0:12]; set yrange [0.014:0.028]
$corner << EOD
# x, y
0	0.014
EOD
set arrow from screen 0.08410,0.14796 to screen 0.80876,0.14796 nohead lw 0.6 lc rgb hair back
set label "\061\054\064 \045" at screen 0.07165,0.14796 right font F(9) tc rgb soft front
set arrow from screen 0.08410,0.24563 to screen 0.80876,0.24563 nohead lw 0.6 lc rgb hair back
set label "\061\054\066 \045" at screen 0.07165,0.24563 right font F(9) tc rgb soft front
set arrow from screen 0.08410,0.34329 to screen 0.80876,0.34329 nohead lw 0.6 lc rgb hair back
set label "\061\054\070 \045" at screen 0.07165,0.34329 right font F(9) tc rgb soft front
set arrow from screen 0.08410,0.44096 to screen 0.80876,0.44096 nohead lw 0.6 lc rgb hair back
set label "\062\054\060 \045" at screen 0.07165,0.44096 right font F(9) tc rgb soft front
set arrow from screen 0.08410,0.53863 to screen 0.80876,0.53863 nohead lw 0.6 lc rgb hair back
set label "\062\054\062 \045" at screen 0.07165,0.53863 right font F(9) tc rgb soft front
set arrow from screen 0.08410,0.63630 to screen 0.80876,0.63630 nohead lw 0.6 lc rgb hair back
set label "\062\054\064 \045" at screen 0.07165,0.63630 right font F(9) tc rgb soft front
set arrow from screen 0.08410,0.73397 to screen 0.80876,0.73397 nohead lw 0.6 lc rgb hair back
set label "\062\054\066 \045" at screen 0.07165,0.73397 right font F(9) tc rgb soft front
set arrow from screen 0.08410,0.83163 to screen 0.80876,0.83163 nohead lw 0.6 lc rgb hair back
set label "\062\054\070 \045" at screen 0.07165,0.83163 right font F(9) tc rgb soft front
set label "Đầu năm" at screen 0.08410,0.11054 center font F(9) tc rgb soft front
set label "T\062" at screen 0.20488,0.11054 center font F(9) tc rgb soft front
set label "T\064" at screen 0.32565,0.11054 center font F(9) tc rgb soft front
set label "T\066" at screen 0.44643,0.11054 center font F(9) tc rgb soft front
set label "T\070" at screen 0.56721,0.11054 center font F(9) tc rgb soft front
set label "T\061\060" at screen 0.68799,0.11054 center font F(9) tc rgb soft front
set label "T\061\062" at screen 0.80876,0.11054 center font F(9) tc rgb soft front
set arrow from screen 0.08410,0.31888 to screen 0.80876,0.31888 nohead front lw 1.6 dt (6,4) lc rgb cB
set label "Dự báo \061\054\070\067 \045" at screen 0.82121,0.37699 left font B(8.5) tc rgb cA front
set label "\062\054\061\071 \045" at screen 0.82121,0.53228 left font F(8.5) tc rgb soft front
set label "\061\054\064\071 \045" at screen 0.82121,0.19240 left font F(8.5) tc rgb soft front
set label "Mục tiêu \061\054\067\065 \045" at screen 0.82121,0.31888 left font F(8.5) tc rgb cB front
$band0 << EOD
# x, low, high
5	0.02386	0.02386
6	0.02247	0.02406
7	0.02147	0.02386
8	0.02028	0.02366
9	0.01909	0.02326
10	0.0175	0.02266
11	0.01551	0.02207
12	0.01491	0.02187
EOD
$band1 << EOD
# x, low, high
5	0.02386	0.02386
6	0.02266	0.02386
7	0.02187	0.02366
8	0.02088	0.02346
9	0.01968	0.02286
10	0.01809	0.02227
11	0.0163	0.02147
12	0.01571	0.02127
EOD
$band2 << EOD
# x, low, high
5	0.02386	0.02386
6	0.02306	0.02386
7	0.02227	0.02346
8	0.02147	0.02286
9	0.02048	0.02227
10	0.01909	0.02147
11	0.01769	0.02048
12	0.0171	0.02008
EOD
$line0 << EOD
# x, y
5	0.02386
6	0.02346
7	0.02286
8	0.02227
9	0.02147
10	0.02028
11	0.01909
12	0.01869
EOD
$line1 << EOD
# x, y
0	0.02664
1	0.02664
2	0.02624
3	0.02585
4	0.02505
5	0.02386
EOD
$line2 << EOD
# x, y
5	0.02386
6	0.02406
7	0.02386
8	0.02366
9	0.02326
10	0.02266
11	0.02207
12	0.02187
EOD
$line3 << EOD
# x, y
5	0.02386
6	0.02247
7	0.02147
8	0.02028
9	0.01909
10	0.0175
11	0.01551
12	0.01491
EOD
plot $corner with lines, \
 $band0 using 1:2:3 with filledcurves lc rgb '#DCE6F2', \
 $band1 using 1:2:3 with filledcurves lc rgb '#B3C9E2', \
 $band2 using 1:2:3 with filledcurves lc rgb '#7CA1CC', \
 $line0 using 1:2 with lines lw 2.2 lc rgb 'white', \
 $line1 using 1:2 with linespoints lw 2.4 pt 7 ps 1.1*PS lc rgb ink
