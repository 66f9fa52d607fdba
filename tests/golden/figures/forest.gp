# gnuplot -e "fmt='svg'" forest.gp > forest.svg      fmt: svg, png or pdf
W = 481.89; H = 331.50   # points
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
set label "Thôn Chợ quyết định việc hoàn thành chỉ tiêu của xã" at screen 0.02075,0.95324 left font B(11.5) tc rgb ink front
set label "Số hộ thoát nghèo dự báo năm \062\060\062\064 so với chỉ tiêu giao\054 theo thôn" at screen 0.02075,0.90573 left font F(9) tc rgb soft front
set label "Điểm\072 kỳ vọng\073 vạch đậm\072 khoảng \065\060 \045\073 vạch mảnh\072 khoảng \071\060 \045\056" at screen 0.02075,0.03846 left font F(7) tc rgb soft front
set lmargin at screen 0.19362; set rmargin at screen 0.83697
set bmargin at screen 0.13725; set tmargin at screen 0.78431
set xrange [-0.18:9.18]; set yrange [-10.5:0.5]
$corner << EOD
# x, y
-0.18	-10.5
EOD
set object rectangle from screen 0.18532,0.72549 to screen 0.97925,0.78431 behind fc rgb zebra fs solid noborder
set label "\061\064 hộ" at screen 0.17702,0.75490 right font F(8) tc rgb soft front
set label "Chợ" at screen 0.11680,0.75490 right font F(9) tc rgb ink front
set label "\062\064 \045" at screen 0.92471,0.75490 center font F(9) tc rgb ink front
set label "\071 hộ" at screen 0.17702,0.69608 right font F(8) tc rgb soft front
set label "Hạc Sơn" at screen 0.11680,0.69608 right font F(9) tc rgb ink front
set label "\063\064 \045" at screen 0.92471,0.69608 center font F(9) tc rgb ink front
set object rectangle from screen 0.18532,0.60784 to screen 0.97925,0.66667 behind fc rgb zebra fs solid noborder
set label "\070 hộ" at screen 0.17702,0.63725 right font F(8) tc rgb soft front
set label "Tô" at screen 0.11680,0.63725 right font F(9) tc rgb ink front
set label "\064\066 \045" at screen 0.92471,0.63725 center font F(9) tc rgb ink front
set label "\070 hộ" at screen 0.17702,0.57843 right font F(8) tc rgb soft front
set label "Bình Hòa \065" at screen 0.11680,0.57843 right font F(9) tc rgb ink front
set label "\064\067 \045" at screen 0.92471,0.57843 center font F(9) tc rgb ink front
set object rectangle from screen 0.18532,0.49020 to screen 0.97925,0.54902 behind fc rgb zebra fs solid noborder
set label "\066 hộ" at screen 0.17702,0.51961 right font F(8) tc rgb soft front
set label "Bình Yên" at screen 0.11680,0.51961 right font F(9) tc rgb ink front
set label "\066\064 \045" at screen 0.92471,0.51961 center font F(9) tc rgb ink front
set label "\066 hộ" at screen 0.17702,0.46078 right font F(8) tc rgb soft front
set label "Bình Hòa \061" at screen 0.11680,0.46078 right font F(9) tc rgb ink front
set label "\067\060 \045" at screen 0.92471,0.46078 center font F(9) tc rgb ink front
set object rectangle from screen 0.18532,0.37255 to screen 0.97925,0.43137 behind fc rgb zebra fs solid noborder
set label "\065 hộ" at screen 0.17702,0.40196 right font F(8) tc rgb soft front
set label "Xanh" at screen 0.11680,0.40196 right font F(9) tc rgb ink front
set label "\070\060 \045" at screen 0.92471,0.40196 center font F(9) tc rgb ink front
set label "\070 hộ" at screen 0.17702,0.34314 right font F(8) tc rgb soft front
set label "Bình Sơn" at screen 0.11680,0.34314 right font F(9) tc rgb ink front
set label "\070\066 \045" at screen 0.92471,0.34314 center font F(9) tc rgb ink front
set object rectangle from screen 0.18532,0.25490 to screen 0.97925,0.31373 behind fc rgb zebra fs solid noborder
set label "\061 hộ" at screen 0.17702,0.28431 right font F(8) tc rgb soft front
set label "Vinh" at screen 0.11680,0.28431 right font F(9) tc rgb ink front
set label "–" at screen 0.92471,0.28431 center font F(9) tc rgb ink front
set label "\061 hộ" at screen 0.17702,0.22549 right font F(8) tc rgb soft front
set label "Sẻ" at screen 0.11680,0.22549 right font F(9) tc rgb ink front
set label "–" at screen 0.92471,0.22549 center font F(9) tc rgb ink front
set object rectangle from screen 0.18532,0.13725 to screen 0.97925,0.19608 behind fc rgb zebra fs solid noborder
set label "\061 hộ" at screen 0.17702,0.16667 right font F(8) tc rgb soft front
set label "Bình Hòa \063" at screen 0.11680,0.16667 right font F(9) tc rgb ink front
set label "–" at screen 0.92471,0.16667 center font F(9) tc rgb ink front
set arrow from screen 0.20599,0.13725 to screen 0.20599,0.79336 nohead lw 0.6 lc rgb hair back
set label "\060" at screen 0.20599,0.10709 center font F(9) tc rgb soft front
set arrow from screen 0.34346,0.13725 to screen 0.34346,0.79336 nohead lw 0.6 lc rgb hair back
set label "\062" at screen 0.34346,0.10709 center font F(9) tc rgb soft front
set arrow from screen 0.48093,0.13725 to screen 0.48093,0.79336 nohead lw 0.6 lc rgb hair back
set label "\064" at screen 0.48093,0.10709 center font F(9) tc rgb soft front
set arrow from screen 0.61839,0.13725 to screen 0.61839,0.79336 nohead lw 0.6 lc rgb hair back
set label "\066" at screen 0.61839,0.10709 center font F(9) tc rgb soft front
set arrow from screen 0.75586,0.13725 to screen 0.75586,0.79336 nohead lw 0.6 lc rgb hair back
set label "\070" at screen 0.75586,0.10709 center font F(9) tc rgb soft front
set arrow from screen 0.19777,0.83560 to screen 0.26832,0.83560 nohead lw 1.2 lc rgb cAm back
set arrow from screen 0.21645,0.83560 to screen 0.24965,0.83560 nohead lw 4.2 lc rgb cAm back
set label '' at screen 0.23305,0.83560 point pt 7 ps 1.25*PS lc rgb cA front
set label "Dự báo" at screen 0.28078,0.83560 left font B(9) tc rgb cA front
set arrow from screen 0.39396,0.81750 to screen 0.39396,0.85370 nohead lw 3 lc rgb cB back
set label "Chỉ tiêu" at screen 0.40641,0.83560 left font B(9) tc rgb cB front
set label "Xác suất đạt" at screen 0.92471,0.83560 center font B(8.5) tc rgb ink front
$data << EOD
# row, mean, q05, q25, q75, q95, quota
-0	5.05	2	4	6	9	7
-1	2.03	0	1	3	4	3
-2	2.45	0	1	3	5	3
-3	2.48	0	1	3	5	3
-4	2.02	0	1	3	4	2
-5	2.2	0	1	3	4	2
-6	1.38	0	1	2	3	1
-7	3.13	1	2	4	6	2
-8	0.28	0	0	1	1	NaN
-9	0.16	0	0	0	1	NaN
-10	0.09	0	0	0	1	NaN
EOD
plot $corner with lines, $data using 3:1:($6-$3):(0) with vectors nohead lw 1.2 lc rgb cAm, \
     $data using 4:1:($5-$4):(0) with vectors nohead lw 4.2 lc rgb cAm, \
     $data using 7:($1-0.31):(0):(0.62) with vectors nohead lw 3 lc rgb cB, \
     $data using 2:1 with points pt 7 ps 1.25*PS lc rgb cA
