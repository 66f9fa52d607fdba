# gnuplot -e "fmt='svg'" dots.gp > dots.svg      fmt: svg, png or pdf
W = 481.89; H = 361.00   # points
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
set label "Thiếu hụt việc làm và bảo hiểm y tế chi phối nghèo ở xã" at screen 0.02075,0.95706 left font B(11.5) tc rgb ink front
set label "Tỷ lệ hộ thiếu hụt theo \061\062 chỉ số\054 cuối năm \062\060\062\063" at screen 0.02075,0.91343 left font F(9) tc rgb soft front
set label "Nguồn\072 rà soát cuối năm \062\060\062\063\054 xã Cẩm Bình\073 \066\067 hộ nghèo\054 \065\067 hộ cận nghèo\056 Vạch ngang\072 khoảng tin cậy Wilson \071\065 \045\056" at screen 0.02075,0.03532 left font F(7) tc rgb soft front
set lmargin at screen 0.42126; set rmargin at screen 0.84644
set bmargin at screen 0.12604; set tmargin at screen 0.79086
set xrange [0:1]; set yrange [-11.5:0.5]
$corner << EOD
# x, y
0	-11.5
EOD
set label "Việc làm" at screen 0.40881,0.76316 right font F(9) tc rgb ink front
set object rectangle from screen 0.42126,0.68006 to screen 0.97925,0.73546 behind fc rgb zebra fs solid noborder
set label "Bảo hiểm y tế" at screen 0.40881,0.70776 right font F(9) tc rgb ink front
set label "Sử dụng dịch vụ Internet" at screen 0.40881,0.65235 right font F(9) tc rgb ink front
set object rectangle from screen 0.42126,0.56925 to screen 0.97925,0.62465 behind fc rgb zebra fs solid noborder
set label "Người phụ thuộc" at screen 0.40881,0.59695 right font F(9) tc rgb ink front
set label "Nhà tiêu hợp vệ sinh" at screen 0.40881,0.54155 right font F(9) tc rgb ink front
set object rectangle from screen 0.42126,0.45845 to screen 0.97925,0.51385 behind fc rgb zebra fs solid noborder
set label "Diện tích nhà ở \050\074 \070 m²\057người\051" at screen 0.40881,0.48615 right font F(9) tc rgb ink front
set label "Dinh dưỡng" at screen 0.40881,0.43075 right font F(9) tc rgb ink front
set object rectangle from screen 0.42126,0.34765 to screen 0.97925,0.40305 behind fc rgb zebra fs solid noborder
set label "Trình độ giáo dục của người lớn từ \061\066 đến \063\060 tuổi" at screen 0.40881,0.38885 right font F(7.5) tc rgb ink front
set label "trong hộ" at screen 0.40881,0.36184 right font F(7.5) tc rgb ink front
set label "Chất lượng nhà ở" at screen 0.40881,0.31994 right font F(9) tc rgb ink front
set object rectangle from screen 0.42126,0.23684 to screen 0.97925,0.29224 behind fc rgb zebra fs solid noborder
set label "Phương tiện tiếp cận thông tin" at screen 0.40881,0.26454 right font F(9) tc rgb ink front
set label "Nguồn nước sinh hoạt" at screen 0.40881,0.20914 right font F(9) tc rgb ink front
set object rectangle from screen 0.42126,0.12604 to screen 0.97925,0.18144 behind fc rgb zebra fs solid noborder
set label "Tình trạng đi học của trẻ em" at screen 0.40881,0.15374 right font F(9) tc rgb ink front
set arrow from screen 0.42126,0.12604 to screen 0.42126,0.79917 nohead lw 0.6 lc rgb hair back
set label "\060 \045" at screen 0.42126,0.09834 center font F(9) tc rgb soft front
set arrow from screen 0.50629,0.12604 to screen 0.50629,0.79917 nohead lw 0.6 lc rgb hair back
set label "\062\060 \045" at screen 0.50629,0.09834 center font F(9) tc rgb soft front
set arrow from screen 0.59133,0.12604 to screen 0.59133,0.79917 nohead lw 0.6 lc rgb hair back
set label "\064\060 \045" at screen 0.59133,0.09834 center font F(9) tc rgb soft front
set arrow from screen 0.67637,0.12604 to screen 0.67637,0.79917 nohead lw 0.6 lc rgb hair back
set label "\066\060 \045" at screen 0.67637,0.09834 center font F(9) tc rgb soft front
set arrow from screen 0.76140,0.12604 to screen 0.76140,0.79917 nohead lw 0.6 lc rgb hair back
set label "\070\060 \045" at screen 0.76140,0.09834 center font F(9) tc rgb soft front
set arrow from screen 0.84644,0.12604 to screen 0.84644,0.79917 nohead lw 0.6 lc rgb hair back
set label "\061\060\060 \045" at screen 0.84644,0.09834 center font F(9) tc rgb soft front
set label '' at screen 0.42956,0.85180 point pt 7 ps 1.25*PS lc rgb cA front
set label "Hộ nghèo" at screen 0.44824,0.85180 left font B(9) tc rgb cA front
set label '' at screen 0.58978,0.85180 point pt 7 ps 1.4*PS lc rgb cB front
set label '' at screen 0.58978,0.85180 point pt 7 ps 0.756*PS lc rgb 'white' front
set label "Hộ cận nghèo" at screen 0.60846,0.85180 left font B(9) tc rgb cB front
set label "\050số hộ\051" at screen 0.92114,0.82410 center font F(7) tc rgb soft front
set label "nghèo" at screen 0.89209,0.85180 center font F(7.5) tc rgb cA front
set label "\066\064" at screen 0.89209,0.76316 center font F(8.5) tc rgb cA front
set label "\065\067" at screen 0.89209,0.70776 center font F(8.5) tc rgb cA front
set label "\062\063" at screen 0.89209,0.65235 center font F(8.5) tc rgb cA front
set label "\062\062" at screen 0.89209,0.59695 center font F(8.5) tc rgb cA front
set label "\061\062" at screen 0.89209,0.54155 center font F(8.5) tc rgb cA front
set label "\070" at screen 0.89209,0.48615 center font F(8.5) tc rgb cA front
set label "\066" at screen 0.89209,0.43075 center font F(8.5) tc rgb cA front
set label "\065" at screen 0.89209,0.37535 center font F(8.5) tc rgb cA front
set label "\062" at screen 0.89209,0.31994 center font F(8.5) tc rgb cA front
set label "\061" at screen 0.89209,0.26454 center font F(8.5) tc rgb cA front
set label "\061" at screen 0.89209,0.20914 center font F(8.5) tc rgb cA front
set label "\060" at screen 0.89209,0.15374 center font F(8.5) tc rgb cA front
set label "cận" at screen 0.95020,0.85180 center font F(7.5) tc rgb cB front
set label "\064\065" at screen 0.95020,0.76316 center font F(8.5) tc rgb cB front
set label "\067" at screen 0.95020,0.70776 center font F(8.5) tc rgb cB front
set label "\063" at screen 0.95020,0.65235 center font F(8.5) tc rgb cB front
set label "\061\060" at screen 0.95020,0.59695 center font F(8.5) tc rgb cB front
set label "\065" at screen 0.95020,0.54155 center font F(8.5) tc rgb cB front
set label "\062" at screen 0.95020,0.48615 center font F(8.5) tc rgb cB front
set label "\061" at screen 0.95020,0.43075 center font F(8.5) tc rgb cB front
set label "\066" at screen 0.95020,0.37535 center font F(8.5) tc rgb cB front
set label "\060" at screen 0.95020,0.31994 center font F(8.5) tc rgb cB front
set label "\060" at screen 0.95020,0.26454 center font F(8.5) tc rgb cB front
set label "\060" at screen 0.95020,0.20914 center font F(8.5) tc rgb cB front
set label "\060" at screen 0.95020,0.15374 center font F(8.5) tc rgb cB front
$data << EOD
# row; of each group: share, low, high
-0	0.9552238805970149	0.8764	0.9847	0.7894736842105263	0.6671	0.8753
-1	0.8507462686567164	0.7466	0.9169	0.12280701754385964	0.0608	0.2325
-2	0.34328358208955223	0.2409	0.4628	0.05263157894736842	0.0181	0.1437
-3	0.3283582089552239	0.2279	0.4474	0.17543859649122806	0.0982	0.2937
-4	0.1791044776119403	0.1055	0.2875	0.08771929824561403	0.0381	0.1894
-5	0.11940298507462686	0.0618	0.2183	0.03508771929824561	0.0097	0.1192
-6	0.08955223880597014	0.0417	0.1819	0.017543859649122806	0.0031	0.0929
-7	0.07462686567164178	0.0323	0.1631	0.10526315789473684	0.0491	0.2112
-8	0.029850746268656716	0.0082	0.1025	0	0	0.0631
-9	0.014925373134328358	0.0026	0.0798	0	0	0.0631
-10	0.014925373134328358	0.0026	0.0798	0	0	0.0631
-11	0	0	0.0542	0	0	0.0631
EOD
o = 0.17
plot $corner with lines, $data using 6:($1-o):($7-$6):(0) with vectors nohead lw 2.2 lc rgb cB, \
     $data using 5:($1-o) with points pt 7 ps 1.4*PS lc rgb cB, \
     $data using 5:($1-o) with points pt 7 ps 0.75*PS lc rgb 'white', $data using 3:($1+o):($4-$3):(0) with vectors nohead lw 2.2 lc rgb cA, \
     $data using 2:($1+o) with points pt 7 ps 1.25*PS lc rgb cA
