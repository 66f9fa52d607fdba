# gnuplot -e "fmt='svg'" multiples.gp > multiples.svg      fmt: svg, png or pdf
W = 481.89; H = 395.00   # points
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
set label "Việc làm và bảo hiểm y tế vẫn là hai thiếu hụt lớn nhất" at screen 0.02075,0.96076 left font B(11.5) tc rgb ink front
set label "Tỷ lệ hộ nghèo thiếu hụt theo \061\062 chỉ số\054 \062\060\062\061–\062\060\062\064 \050\062\060\062\064\072 dự báo\051" at screen 0.02075,0.92089 left font F(9) tc rgb soft front
set label "Số liệu minh họa\054 dùng để kiểm tra hình vẽ\056" at screen 0.02075,0.03228 left font F(7) tc rgb soft front
set lmargin at screen 0.00000; set rmargin at screen 1.00000
set bmargin at screen 0.00000; set tmargin at screen 1.00000
set xrange [0:481.89]; set yrange [0:395]
$corner << EOD
# x, y
0	0
EOD
set label "Việc làm" at screen 0.07980,0.86456 left font B(8.5) tc rgb ink front
set arrow from screen 0.07980,0.65949 to screen 0.27665,0.65949 nohead lw 0.6 lc rgb hair back
set label "\060 \045" at screen 0.06943,0.65949 right font F(8) tc rgb soft front
set arrow from screen 0.07980,0.74557 to screen 0.27665,0.74557 nohead lw 0.6 lc rgb hair back
set label "\065\060 \045" at screen 0.06943,0.74557 right font F(8) tc rgb soft front
set arrow from screen 0.07980,0.83165 to screen 0.27665,0.83165 nohead lw 0.6 lc rgb hair back
set label "\061\060\060 \045" at screen 0.06943,0.83165 right font F(8) tc rgb soft front
set label "\062\060\062\061" at screen 0.10441,0.63924 center font F(8) tc rgb soft front
set label "\062\060\062\062" at screen 0.15362,0.63924 center font F(8) tc rgb soft front
set label "\062\060\062\063" at screen 0.20283,0.63924 center font F(8) tc rgb soft front
set label "\062\060\062\064" at screen 0.25204,0.63924 center font F(8) tc rgb soft front
set label "\071\071 \045" at screen 0.10441,0.80197 center font F(8) tc rgb soft front
set label "\067\063 \045" at screen 0.25204,0.82608 center font B(8) tc rgb cA front
$p0 << EOD
# point, value, low, high, forecast
0	0.99	0.96	1	0
1	0.9033333333333333	0.8433333333333333	0.9633333333333334	0
2	0.8166666666666667	0.7266666666666666	0.9066666666666667	0
3	0.73	0.61	0.85	1
EOD
set label "Người phụ thuộc" at screen 0.31400,0.86456 left font B(8.5) tc rgb ink front
set arrow from screen 0.31400,0.65949 to screen 0.51085,0.65949 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.31400,0.74557 to screen 0.51085,0.74557 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.31400,0.83165 to screen 0.51085,0.83165 nohead lw 0.6 lc rgb hair back
set label "\062\060\062\061" at screen 0.33861,0.63924 center font F(8) tc rgb soft front
set label "\062\060\062\062" at screen 0.38782,0.63924 center font F(8) tc rgb soft front
set label "\062\060\062\063" at screen 0.43703,0.63924 center font F(8) tc rgb soft front
set label "\062\060\062\064" at screen 0.48624,0.63924 center font F(8) tc rgb soft front
set label "\063\071 \045" at screen 0.33861,0.75205 center font F(8) tc rgb soft front
set label "\062\071 \045" at screen 0.48624,0.75033 center font B(8) tc rgb cA front
$p1 << EOD
# point, value, low, high, forecast
0	0.39	0.36	0.42000000000000004	0
1	0.3566666666666667	0.29666666666666663	0.41666666666666674	0
2	0.3233333333333333	0.23333333333333334	0.4133333333333333	0
3	0.29	0.17	0.4099999999999999	1
EOD
set label "Dinh dưỡng" at screen 0.54820,0.86456 left font B(8.5) tc rgb ink front
set arrow from screen 0.54820,0.65949 to screen 0.74505,0.65949 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.54820,0.74557 to screen 0.74505,0.74557 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.54820,0.83165 to screen 0.74505,0.83165 nohead lw 0.6 lc rgb hair back
set label "\062\060\062\061" at screen 0.57281,0.63924 center font F(8) tc rgb soft front
set label "\062\060\062\062" at screen 0.62202,0.63924 center font F(8) tc rgb soft front
set label "\062\060\062\063" at screen 0.67123,0.63924 center font F(8) tc rgb soft front
set label "\062\060\062\064" at screen 0.72044,0.63924 center font F(8) tc rgb soft front
set label "\062\062 \045" at screen 0.57281,0.72278 center font F(8) tc rgb soft front
set label "\070 \045" at screen 0.72044,0.71418 center font B(8) tc rgb cA front
$p2 << EOD
# point, value, low, high, forecast
0	0.22	0.19	0.25	0
1	0.17333333333333334	0.11333333333333334	0.23333333333333334	0
2	0.12666666666666665	0.03666666666666665	0.21666666666666665	0
3	0.07999999999999999	0	0.19999999999999998	1
EOD
set label "Bảo hiểm y tế" at screen 0.78240,0.86456 left font B(8.5) tc rgb ink front
set arrow from screen 0.78240,0.65949 to screen 0.97925,0.65949 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.78240,0.74557 to screen 0.97925,0.74557 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.78240,0.83165 to screen 0.97925,0.83165 nohead lw 0.6 lc rgb hair back
set label "\062\060\062\061" at screen 0.80701,0.63924 center font F(8) tc rgb soft front
set label "\062\060\062\062" at screen 0.85622,0.63924 center font F(8) tc rgb soft front
set label "\062\060\062\063" at screen 0.90543,0.63924 center font F(8) tc rgb soft front
set label "\062\060\062\064" at screen 0.95464,0.63924 center font F(8) tc rgb soft front
set label "\071\065 \045" at screen 0.80701,0.79509 center font F(8) tc rgb soft front
set label "\067\067 \045" at screen 0.95464,0.74861 center font B(8) tc rgb cA front
$p3 << EOD
# point, value, low, high, forecast
0	0.95	0.9199999999999999	0.98	0
1	0.89	0.83	0.9500000000000001	0
2	0.83	0.74	0.9199999999999999	0
3	0.77	0.65	0.89	1
EOD
set label "Giáo dục người lớn" at screen 0.07980,0.59114 left font B(8.5) tc rgb ink front
set arrow from screen 0.07980,0.38608 to screen 0.27665,0.38608 nohead lw 0.6 lc rgb hair back
set label "\060 \045" at screen 0.06943,0.38608 right font F(8) tc rgb soft front
set arrow from screen 0.07980,0.47215 to screen 0.27665,0.47215 nohead lw 0.6 lc rgb hair back
set label "\065\060 \045" at screen 0.06943,0.47215 right font F(8) tc rgb soft front
set arrow from screen 0.07980,0.55823 to screen 0.27665,0.55823 nohead lw 0.6 lc rgb hair back
set label "\061\060\060 \045" at screen 0.06943,0.55823 right font F(8) tc rgb soft front
set label "\062\060\062\061" at screen 0.10441,0.36582 center font F(8) tc rgb soft front
set label "\062\060\062\062" at screen 0.15362,0.36582 center font F(8) tc rgb soft front
set label "\062\060\062\063" at screen 0.20283,0.36582 center font F(8) tc rgb soft front
set label "\062\060\062\064" at screen 0.25204,0.36582 center font F(8) tc rgb soft front
set label "\062\064 \045" at screen 0.10441,0.45281 center font F(8) tc rgb soft front
set label "\066 \045" at screen 0.25204,0.43732 center font B(8) tc rgb cA front
$p4 << EOD
# point, value, low, high, forecast
0	0.24	0.21	0.27	0
1	0.18	0.12	0.24	0
2	0.12	0.03	0.21	0
3	0.05999999999999997	0	0.17999999999999997	1
EOD
set label "Trẻ em đi học" at screen 0.31400,0.59114 left font B(8.5) tc rgb ink front
set arrow from screen 0.31400,0.38608 to screen 0.51085,0.38608 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.31400,0.47215 to screen 0.51085,0.47215 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.31400,0.55823 to screen 0.51085,0.55823 nohead lw 0.6 lc rgb hair back
set label "\062\060\062\061" at screen 0.33861,0.36582 center font F(8) tc rgb soft front
set label "\062\060\062\062" at screen 0.38782,0.36582 center font F(8) tc rgb soft front
set label "\062\060\062\063" at screen 0.43703,0.36582 center font F(8) tc rgb soft front
set label "\062\060\062\064" at screen 0.48624,0.36582 center font F(8) tc rgb soft front
set label "\070 \045" at screen 0.33861,0.42527 center font F(8) tc rgb soft front
set label "\060 \045" at screen 0.48624,0.42699 center font B(8) tc rgb cA front
$p5 << EOD
# point, value, low, high, forecast
0	0.08	0.05	0.11	0
1	0.05333333333333333	0	0.11333333333333333	0
2	0.026666666666666665	0	0.11666666666666667	0
3	0	0	0.12	1
EOD
set label "Chất lượng nhà ở" at screen 0.54820,0.59114 left font B(8.5) tc rgb ink front
set arrow from screen 0.54820,0.38608 to screen 0.74505,0.38608 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.54820,0.47215 to screen 0.74505,0.47215 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.54820,0.55823 to screen 0.74505,0.55823 nohead lw 0.6 lc rgb hair back
set label "\062\060\062\061" at screen 0.57281,0.36582 center font F(8) tc rgb soft front
set label "\062\060\062\062" at screen 0.62202,0.36582 center font F(8) tc rgb soft front
set label "\062\060\062\063" at screen 0.67123,0.36582 center font F(8) tc rgb soft front
set label "\062\060\062\064" at screen 0.72044,0.36582 center font F(8) tc rgb soft front
set label "\061\067 \045" at screen 0.57281,0.44076 center font F(8) tc rgb soft front
set label "\062 \045" at screen 0.72044,0.43043 center font B(8) tc rgb cA front
$p6 << EOD
# point, value, low, high, forecast
0	0.17	0.14	0.2	0
1	0.12	0.06	0.18	0
2	0.06999999999999999	0	0.15999999999999998	0
3	0.01999999999999999	0	0.13999999999999999	1
EOD
set label "Diện tích nhà ở" at screen 0.78240,0.59114 left font B(8.5) tc rgb ink front
set arrow from screen 0.78240,0.38608 to screen 0.97925,0.38608 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.78240,0.47215 to screen 0.97925,0.47215 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.78240,0.55823 to screen 0.97925,0.55823 nohead lw 0.6 lc rgb hair back
set label "\062\060\062\061" at screen 0.80701,0.36582 center font F(8) tc rgb soft front
set label "\062\060\062\062" at screen 0.85622,0.36582 center font F(8) tc rgb soft front
set label "\062\060\062\063" at screen 0.90543,0.36582 center font F(8) tc rgb soft front
set label "\062\060\062\064" at screen 0.95464,0.36582 center font F(8) tc rgb soft front
set label "\062\063 \045" at screen 0.80701,0.45109 center font F(8) tc rgb soft front
set label "\061\060 \045" at screen 0.95464,0.44420 center font B(8) tc rgb cA front
$p7 << EOD
# point, value, low, high, forecast
0	0.23	0.2	0.26	0
1	0.18666666666666668	0.12666666666666668	0.24666666666666667	0
2	0.14333333333333334	0.053333333333333344	0.23333333333333334	0
3	0.1	0	0.22	1
EOD
set label "Nước sinh hoạt" at screen 0.07980,0.31772 left font B(8.5) tc rgb ink front
set arrow from screen 0.07980,0.11266 to screen 0.27665,0.11266 nohead lw 0.6 lc rgb hair back
set label "\060 \045" at screen 0.06943,0.11266 right font F(8) tc rgb soft front
set arrow from screen 0.07980,0.19873 to screen 0.27665,0.19873 nohead lw 0.6 lc rgb hair back
set label "\065\060 \045" at screen 0.06943,0.19873 right font F(8) tc rgb soft front
set arrow from screen 0.07980,0.28481 to screen 0.27665,0.28481 nohead lw 0.6 lc rgb hair back
set label "\061\060\060 \045" at screen 0.06943,0.28481 right font F(8) tc rgb soft front
set label "\062\060\062\061" at screen 0.10441,0.09241 center font F(8) tc rgb soft front
set label "\062\060\062\062" at screen 0.15362,0.09241 center font F(8) tc rgb soft front
set label "\062\060\062\063" at screen 0.20283,0.09241 center font F(8) tc rgb soft front
set label "\062\060\062\064" at screen 0.25204,0.09241 center font F(8) tc rgb soft front
set label "\061\063 \045" at screen 0.10441,0.16046 center font F(8) tc rgb soft front
set label "\062 \045" at screen 0.25204,0.15701 center font B(8) tc rgb cA front
$p8 << EOD
# point, value, low, high, forecast
0	0.13	0.1	0.16	0
1	0.09333333333333334	0.03333333333333334	0.15333333333333332	0
2	0.05666666666666667	0	0.14666666666666667	0
3	0.020000000000000004	0	0.14	1
EOD
set label "Nhà tiêu hợp vệ sinh" at screen 0.31400,0.31772 left font B(8.5) tc rgb ink front
set arrow from screen 0.31400,0.11266 to screen 0.51085,0.11266 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.31400,0.19873 to screen 0.51085,0.19873 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.31400,0.28481 to screen 0.51085,0.28481 nohead lw 0.6 lc rgb hair back
set label "\062\060\062\061" at screen 0.33861,0.09241 center font F(8) tc rgb soft front
set label "\062\060\062\062" at screen 0.38782,0.09241 center font F(8) tc rgb soft front
set label "\062\060\062\063" at screen 0.43703,0.09241 center font F(8) tc rgb soft front
set label "\062\060\062\064" at screen 0.48624,0.09241 center font F(8) tc rgb soft front
set label "\063\067 \045" at screen 0.33861,0.20177 center font F(8) tc rgb soft front
set label "\061\065 \045" at screen 0.48624,0.17939 center font B(8) tc rgb cA front
$p9 << EOD
# point, value, low, high, forecast
0	0.37	0.33999999999999997	0.4	0
1	0.29666666666666663	0.2366666666666666	0.3566666666666667	0
2	0.22333333333333333	0.13333333333333333	0.3133333333333333	0
3	0.15	0.03	0.27	1
EOD
set label "Dịch vụ Internet" at screen 0.54820,0.31772 left font B(8.5) tc rgb ink front
set arrow from screen 0.54820,0.11266 to screen 0.74505,0.11266 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.54820,0.19873 to screen 0.74505,0.19873 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.54820,0.28481 to screen 0.74505,0.28481 nohead lw 0.6 lc rgb hair back
set label "\062\060\062\061" at screen 0.57281,0.09241 center font F(8) tc rgb soft front
set label "\062\060\062\062" at screen 0.62202,0.09241 center font F(8) tc rgb soft front
set label "\062\060\062\063" at screen 0.67123,0.09241 center font F(8) tc rgb soft front
set label "\062\060\062\064" at screen 0.72044,0.09241 center font F(8) tc rgb soft front
set label "\064\065 \045" at screen 0.57281,0.21554 center font F(8) tc rgb soft front
set label "\063\070 \045" at screen 0.72044,0.21899 center font B(8) tc rgb cA front
$p10 << EOD
# point, value, low, high, forecast
0	0.45	0.42000000000000004	0.48	0
1	0.4266666666666667	0.3666666666666667	0.4866666666666667	0
2	0.4033333333333333	0.3133333333333333	0.49333333333333335	0
3	0.38	0.26	0.5	1
EOD
set label "Phương tiện tiếp cận thô…" at screen 0.78240,0.31772 left font B(7.5) tc rgb ink front
set arrow from screen 0.78240,0.11266 to screen 0.97925,0.11266 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.78240,0.19873 to screen 0.97925,0.19873 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.78240,0.28481 to screen 0.97925,0.28481 nohead lw 0.6 lc rgb hair back
set label "\062\060\062\061" at screen 0.80701,0.09241 center font F(8) tc rgb soft front
set label "\062\060\062\062" at screen 0.85622,0.09241 center font F(8) tc rgb soft front
set label "\062\060\062\063" at screen 0.90543,0.09241 center font F(8) tc rgb soft front
set label "\062\060\062\064" at screen 0.95464,0.09241 center font F(8) tc rgb soft front
set label "\061\061 \045" at screen 0.80701,0.15701 center font F(8) tc rgb soft front
set label "\061\060\060 \045" at screen 0.95464,0.24137 center font B(8) tc rgb cA front
$p11 << EOD
# point, value, low, high, forecast
0	0.11	0.08	0.14	0
1	0.4066666666666667	0.3466666666666667	0.4666666666666667	0
2	0.7033333333333334	0.6133333333333333	0.7933333333333334	0
3	1	0.88	1	1
EOD
plot $corner with lines, \
 $p0 using (50.313+23.715*$1):(260.500+68.000*$3):(260.500+68.000*$4) with filledcurves lc rgb '#DCE6F2', \
 $p0 using (50.313+23.715*$1):(260.500+68.000*$2) with lines lw 1.8 lc rgb cA, \
 '' using (50.313+23.715*$1):(260.500+68.000*$2) with points pt 7 ps 0.95*PS lc rgb cA, \
 '' using (50.313+23.715*$1):($5 > 0 ? 260.500+68.000*$2 : NaN) with points pt 7 ps 0.5*PS lc rgb 'white', \
 $p1 using (163.172+23.715*$1):(260.500+68.000*$3):(260.500+68.000*$4) with filledcurves lc rgb '#DCE6F2', \
 $p1 using (163.172+23.715*$1):(260.500+68.000*$2) with lines lw 1.8 lc rgb cA, \
 '' using (163.172+23.715*$1):(260.500+68.000*$2) with points pt 7 ps 0.95*PS lc rgb cA, \
 '' using (163.172+23.715*$1):($5 > 0 ? 260.500+68.000*$2 : NaN) with points pt 7 ps 0.5*PS lc rgb 'white', \
 $p2 using (276.030+23.715*$1):(260.500+68.000*$3):(260.500+68.000*$4) with filledcurves lc rgb '#DCE6F2', \
 $p2 using (276.030+23.715*$1):(260.500+68.000*$2) with lines lw 1.8 lc rgb cA, \
 '' using (276.030+23.715*$1):(260.500+68.000*$2) with points pt 7 ps 0.95*PS lc rgb cA, \
 '' using (276.030+23.715*$1):($5 > 0 ? 260.500+68.000*$2 : NaN) with points pt 7 ps 0.5*PS lc rgb 'white', \
 $p3 using (388.889+23.715*$1):(260.500+68.000*$3):(260.500+68.000*$4) with filledcurves lc rgb '#DCE6F2', \
 $p3 using (388.889+23.715*$1):(260.500+68.000*$2) with lines lw 1.8 lc rgb cA, \
 '' using (388.889+23.715*$1):(260.500+68.000*$2) with points pt 7 ps 0.95*PS lc rgb cA, \
 '' using (388.889+23.715*$1):($5 > 0 ? 260.500+68.000*$2 : NaN) with points pt 7 ps 0.5*PS lc rgb 'white', \
 $p4 using (50.313+23.715*$1):(152.500+68.000*$3):(152.500+68.000*$4) with filledcurves lc rgb '#DCE6F2', \
 $p4 using (50.313+23.715*$1):(152.500+68.000*$2) with lines lw 1.8 lc rgb cA, \
 '' using (50.313+23.715*$1):(152.500+68.000*$2) with points pt 7 ps 0.95*PS lc rgb cA, \
 '' using (50.313+23.715*$1):($5 > 0 ? 152.500+68.000*$2 : NaN) with points pt 7 ps 0.5*PS lc rgb 'white', \
 $p5 using (163.172+23.715*$1):(152.500+68.000*$3):(152.500+68.000*$4) with filledcurves lc rgb '#DCE6F2', \
 $p5 using (163.172+23.715*$1):(152.500+68.000*$2) with lines lw 1.8 lc rgb cA, \
 '' using (163.172+23.715*$1):(152.500+68.000*$2) with points pt 7 ps 0.95*PS lc rgb cA, \
 '' using (163.172+23.715*$1):($5 > 0 ? 152.500+68.000*$2 : NaN) with points pt 7 ps 0.5*PS lc rgb 'white', \
 $p6 using (276.030+23.715*$1):(152.500+68.000*$3):(152.500+68.000*$4) with filledcurves lc rgb '#DCE6F2', \
 $p6 using (276.030+23.715*$1):(152.500+68.000*$2) with lines lw 1.8 lc rgb cA, \
 '' using (276.030+23.715*$1):(152.500+68.000*$2) with points pt 7 ps 0.95*PS lc rgb cA, \
 '' using (276.030+23.715*$1):($5 > 0 ? 152.500+68.000*$2 : NaN) with points pt 7 ps 0.5*PS lc rgb 'white', \
 $p7 using (388.889+23.715*$1):(152.500+68.000*$3):(152.500+68.000*$4) with filledcurves lc rgb '#DCE6F2', \
 $p7 using (388.889+23.715*$1):(152.500+68.000*$2) with lines lw 1.8 lc rgb cA, \
 '' using (388.889+23.715*$1):(152.500+68.000*$2) with points pt 7 ps 0.95*PS lc rgb cA, \
 '' using (388.889+23.715*$1):($5 > 0 ? 152.500+68.000*$2 : NaN) with points pt 7 ps 0.5*PS lc rgb 'white', \
 $p8 using (50.313+23.715*$1):(44.500+68.000*$3):(44.500+68.000*$4) with filledcurves lc rgb '#DCE6F2', \
 $p8 using (50.313+23.715*$1):(44.500+68.000*$2) with lines lw 1.8 lc rgb cA, \
 '' using (50.313+23.715*$1):(44.500+68.000*$2) with points pt 7 ps 0.95*PS lc rgb cA, \
 '' using (50.313+23.715*$1):($5 > 0 ? 44.500+68.000*$2 : NaN) with points pt 7 ps 0.5*PS lc rgb 'white', \
 $p9 using (163.172+23.715*$1):(44.500+68.000*$3):(44.500+68.000*$4) with filledcurves lc rgb '#DCE6F2', \
 $p9 using (163.172+23.715*$1):(44.500+68.000*$2) with lines lw 1.8 lc rgb cA, \
 '' using (163.172+23.715*$1):(44.500+68.000*$2) with points pt 7 ps 0.95*PS lc rgb cA, \
 '' using (163.172+23.715*$1):($5 > 0 ? 44.500+68.000*$2 : NaN) with points pt 7 ps 0.5*PS lc rgb 'white', \
 $p10 using (276.030+23.715*$1):(44.500+68.000*$3):(44.500+68.000*$4) with filledcurves lc rgb '#DCE6F2', \
 $p10 using (276.030+23.715*$1):(44.500+68.000*$2) with lines lw 1.8 lc rgb cA, \
 '' using (276.030+23.715*$1):(44.500+68.000*$2) with points pt 7 ps 0.95*PS lc rgb cA, \
 '' using (276.030+23.715*$1):($5 > 0 ? 44.500+68.000*$2 : NaN) with points pt 7 ps 0.5*PS lc rgb 'white', \
 $p11 using (388.889+23.715*$1):(44.500+68.000*$3):(44.500+68.000*$4) with filledcurves lc rgb '#DCE6F2', \
 $p11 using (388.889+23.715*$1):(44.500+68.000*$2) with lines lw 1.8 lc rgb cA, \
 '' using (388.889+23.715*$1):(44.500+68.000*$2) with points pt 7 ps 0.95*PS lc rgb cA, \
 '' using (388.889+23.715*$1):($5 > 0 ? 44.500+68.000*$2 : NaN) with points pt 7 ps 0.5*PS lc rgb 'white'
