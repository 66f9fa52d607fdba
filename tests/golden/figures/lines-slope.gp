# gnuplot -e "fmt='svg'" lines-slope.gp > lines-slope.svg      fmt: svg, png or pdf
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
set label "Tám tỉnh giảm\054 một tỉnh đứng yên" at screen 0.02075,0.94728 left font B(11.5) tc rgb ink front
set label "Tỷ lệ hộ nghèo đa chiều\054 \062\060\062\062 và \062\060\062\064" at screen 0.02075,0.89371 left font F(9) tc rgb soft front
set label "Số liệu minh họa\054 dùng để kiểm tra hình vẽ\056" at screen 0.02075,0.04337 left font F(7) tc rgb soft front
set lmargin at screen 0.10973; set rmargin at screen 0.63477
set bmargin at screen 0.14796; set tmargin at screen 0.83163
set xrange [0:1]; set yrange [0.08:0.13]
$corner << EOD
# x, y
0	0.08
EOD
set arrow from screen 0.10973,0.14796 to screen 0.10973,0.83163 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.63477,0.14796 to screen 0.63477,0.83163 nohead lw 0.6 lc rgb hair back
set label "\062\060\062\062" at screen 0.10973,0.11054 center font F(9) tc rgb soft front
set label "\062\060\062\064" at screen 0.63477,0.11054 center font F(9) tc rgb soft front
set arrow from screen 0.64307,0.14796 to screen 0.66175,0.16156 nohead lw 0.6 lc rgb '#a8a8a8' back
set label "Đắk Nông" at screen 0.66590,0.16156 left font B(8.5) tc rgb cA front
set arrow from screen 0.64307,0.18898 to screen 0.66175,0.20068 nohead lw 0.6 lc rgb '#a8a8a8' back
set label "Lào Cai" at screen 0.66590,0.20068 left font F(8.5) tc rgb soft front
set arrow from screen 0.64307,0.23000 to screen 0.66175,0.23980 nohead lw 0.6 lc rgb '#a8a8a8' back
set label "Hà Giang" at screen 0.66590,0.23980 left font F(8.5) tc rgb soft front
set arrow from screen 0.64307,0.73592 to screen 0.66175,0.73592 nohead lw 0.6 lc rgb '#a8a8a8' back
set label "Điện Biên" at screen 0.66590,0.73592 left font F(8.5) tc rgb soft front
set arrow from screen 0.64307,0.23000 to screen 0.66175,0.27891 nohead lw 0.6 lc rgb '#a8a8a8' back
set label "Sơn La" at screen 0.66590,0.27891 left font F(8.5) tc rgb soft front
set arrow from screen 0.64307,0.27102 to screen 0.66175,0.35714 nohead lw 0.6 lc rgb '#a8a8a8' back
set label "Thừa Thiên Huế\054 gồm cả thành phố …" at screen 0.66590,0.35714 left font F(8.5) tc rgb soft front
set arrow from screen 0.64307,0.23000 to screen 0.66175,0.31803 nohead lw 0.6 lc rgb '#a8a8a8' back
set label "Nghệ An" at screen 0.66590,0.31803 left font F(8.5) tc rgb soft front
set arrow from screen 0.64307,0.27102 to screen 0.66175,0.39626 nohead lw 0.6 lc rgb '#a8a8a8' back
set label "Cả nước" at screen 0.66590,0.39626 left font B(8.5) tc rgb cB front
set arrow from screen 0.64307,0.31204 to screen 0.66175,0.43537 nohead lw 0.6 lc rgb '#a8a8a8' back
set label "Kon Tum" at screen 0.66590,0.43537 left font F(8.5) tc rgb soft front
set arrow from screen 0.10143,0.69490 to screen 0.08275,0.51871 nohead lw 0.6 lc rgb '#a8a8a8' back
set label "\061\062\056\060 \045" at screen 0.07860,0.51871 right font F(8.5) tc rgb cA front
set arrow from screen 0.10143,0.70857 to screen 0.08275,0.55782 nohead lw 0.6 lc rgb '#a8a8a8' back
set label "\061\062\056\061 \045" at screen 0.07860,0.55782 right font F(8.5) tc rgb soft front
set arrow from screen 0.10143,0.72224 to screen 0.08275,0.59694 nohead lw 0.6 lc rgb '#a8a8a8' back
set label "\061\062\056\062 \045" at screen 0.07860,0.59694 right font F(8.5) tc rgb soft front
set arrow from screen 0.10143,0.73592 to screen 0.08275,0.63605 nohead lw 0.6 lc rgb '#a8a8a8' back
set label "\061\062\056\063 \045" at screen 0.07860,0.63605 right font F(8.5) tc rgb soft front
set arrow from screen 0.10143,0.74959 to screen 0.08275,0.67517 nohead lw 0.6 lc rgb '#a8a8a8' back
set label "\061\062\056\064 \045" at screen 0.07860,0.67517 right font F(8.5) tc rgb soft front
set arrow from screen 0.10143,0.76327 to screen 0.08275,0.71429 nohead lw 0.6 lc rgb '#a8a8a8' back
set label "\061\062\056\065 \045" at screen 0.07860,0.71429 right font F(8.5) tc rgb soft front
set arrow from screen 0.10143,0.77694 to screen 0.08275,0.75340 nohead lw 0.6 lc rgb '#a8a8a8' back
set label "\061\062\056\066 \045" at screen 0.07860,0.75340 right font F(8.5) tc rgb soft front
set arrow from screen 0.10143,0.79061 to screen 0.08275,0.79252 nohead lw 0.6 lc rgb '#a8a8a8' back
set label "\061\062\056\067 \045" at screen 0.07860,0.79252 right font F(8.5) tc rgb cB front
set arrow from screen 0.10143,0.80429 to screen 0.08275,0.83163 nohead lw 0.6 lc rgb '#a8a8a8' back
set label "\061\062\056\070 \045" at screen 0.07860,0.83163 right font F(8.5) tc rgb soft front
$line0 << EOD
# x, y
0	0.12
1	0.07999999999999999
EOD
$line1 << EOD
# x, y
0	0.121
1	0.08299999999999999
EOD
$line2 << EOD
# x, y
0	0.122
1	0.086
EOD
$line3 << EOD
# x, y
0	0.123
1	0.123
EOD
$line4 << EOD
# x, y
0	0.124
1	0.086
EOD
$line5 << EOD
# x, y
0	0.125
1	0.089
EOD
$line6 << EOD
# x, y
0	0.126
1	0.086
EOD
$line7 << EOD
# x, y
0	0.127
1	0.089
EOD
$line8 << EOD
# x, y
0	0.128
1	0.092
EOD
plot $corner with lines, \
 $line0 using 1:2 with lines lw 2.4 lc rgb cA, \
 $line1 using 1:2 with lines lw 1 lc rgb '#a8a8a8', \
 $line2 using 1:2 with lines lw 1 lc rgb '#a8a8a8', \
 $line3 using 1:2 with lines lw 1 lc rgb '#a8a8a8', \
 $line4 using 1:2 with lines lw 1 lc rgb '#a8a8a8', \
 $line5 using 1:2 with lines lw 1 lc rgb '#a8a8a8', \
 $line6 using 1:2 with lines lw 1 lc rgb '#a8a8a8', \
 $line7 using 1:2 with lines lw 2 lc rgb cB, \
 $line7 using 1:2 with points pt 7 ps 1.2*PS lc rgb cB, \
 $line7 using 1:2 with points pt 7 ps 0.65*PS lc rgb 'white', \
 $line8 using 1:2 with lines lw 1 lc rgb '#a8a8a8'
