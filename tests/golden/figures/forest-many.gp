# gnuplot -e "fmt='svg'" forest-many.gp > forest-many.svg      fmt: svg, png or pdf
W = 481.89; H = 652.00   # points
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
set label "Một câu kết luận rất dài để xem tiêu đề có được ngắt dòng đúng chỗ" at screen 0.02075,0.97623 left font B(11.5) tc rgb ink front
set label "hay không\054 với nhiều từ hơn một dòng có thể chứa và còn hơn thế nữa" at screen 0.02075,0.95322 left font B(11.5) tc rgb ink front
set label "Tỷ lệ hộ thiếu hụt theo \061\062 chỉ số\054 cuối năm \062\060\062\063" at screen 0.02075,0.92906 left font F(9) tc rgb soft front
set label "Nguồn\072 rà soát cuối năm \062\060\062\063\054 xã Cẩm Bình\073 \066\067 hộ nghèo\054 \065\067 hộ cận nghèo\056 Vạch ngang\072 khoảng tin cậy Wilson \071\065 \045\056" at screen 0.02075,0.01956 left font F(7) tc rgb soft front
set lmargin at screen 0.40339; set rmargin at screen 0.83697
set bmargin at screen 0.06979; set tmargin at screen 0.86733
set xrange [-6.12:312.12]; set yrange [-39.5:0.5]
$corner << EOD
# x, y
-6.12	-39.5
EOD
set object rectangle from screen 0.39509,0.84739 to screen 0.97925,0.86733 behind fc rgb zebra fs solid noborder
set label "\061\064 hộ" at screen 0.38679,0.85736 right font F(7) tc rgb soft front
set label "Chợ" at screen 0.33203,0.85736 right font F(8) tc rgb ink front
set label "\062\064 \045" at screen 0.92471,0.85736 center font F(8) tc rgb ink front
set label "\071 hộ" at screen 0.38679,0.83742 right font F(7) tc rgb soft front
set label "Hạc Sơn" at screen 0.33203,0.83742 right font F(8) tc rgb ink front
set label "\063\064 \045" at screen 0.92471,0.83742 center font F(8) tc rgb ink front
set object rectangle from screen 0.39509,0.80752 to screen 0.97925,0.82745 behind fc rgb zebra fs solid noborder
set label "\070 hộ" at screen 0.38679,0.81748 right font F(7) tc rgb soft front
set label "\140touch x\140 \044\050y\051 \134n \173\057\075\065\060 x\175 \061\060\060\045 a\137b\136c …" at screen 0.33203,0.81748 right font F(8) tc rgb ink front
set label "\064\066 \045" at screen 0.92471,0.81748 center font F(8) tc rgb ink front
set label "\070 hộ" at screen 0.38679,0.79755 right font F(7) tc rgb soft front
set label "Thôn Tân Tiến Đoàn Kết Thống Nhất s…" at screen 0.33203,0.79755 right font F(8) tc rgb ink front
set label "\064\067 \045" at screen 0.92471,0.79755 center font F(8) tc rgb ink front
set object rectangle from screen 0.39509,0.76764 to screen 0.97925,0.78758 behind fc rgb zebra fs solid noborder
set label "\066 hộ" at screen 0.38679,0.77761 right font F(7) tc rgb soft front
set label "Bình Yên" at screen 0.33203,0.77761 right font F(8) tc rgb ink front
set label "\066\064 \045" at screen 0.92471,0.77761 center font F(8) tc rgb ink front
set label "\066 hộ" at screen 0.38679,0.75767 right font F(7) tc rgb soft front
set label "Bình Hòa \061" at screen 0.33203,0.75767 right font F(8) tc rgb ink front
set label "\067\060 \045" at screen 0.92471,0.75767 center font F(8) tc rgb ink front
set object rectangle from screen 0.39509,0.72776 to screen 0.97925,0.74770 behind fc rgb zebra fs solid noborder
set label "\065 hộ" at screen 0.38679,0.73773 right font F(7) tc rgb soft front
set label "Xanh" at screen 0.33203,0.73773 right font F(8) tc rgb ink front
set label "\070\060 \045" at screen 0.92471,0.73773 center font F(8) tc rgb ink front
set label "\070 hộ" at screen 0.38679,0.71779 right font F(7) tc rgb soft front
set label "Bình Sơn" at screen 0.33203,0.71779 right font F(8) tc rgb ink front
set label "\070\066 \045" at screen 0.92471,0.71779 center font F(8) tc rgb ink front
set object rectangle from screen 0.39509,0.68788 to screen 0.97925,0.70782 behind fc rgb zebra fs solid noborder
set label "\061 hộ" at screen 0.38679,0.69785 right font F(7) tc rgb soft front
set label "Thôn Tân Tiến Đoàn Kết Thống Nhất s…" at screen 0.33203,0.69785 right font F(8) tc rgb ink front
set label "–" at screen 0.92471,0.69785 center font F(8) tc rgb ink front
set label "\061 hộ" at screen 0.38679,0.67791 right font F(7) tc rgb soft front
set label "Sẻ" at screen 0.33203,0.67791 right font F(8) tc rgb ink front
set label "–" at screen 0.92471,0.67791 center font F(8) tc rgb ink front
set object rectangle from screen 0.39509,0.64801 to screen 0.97925,0.66794 behind fc rgb zebra fs solid noborder
set label "\061 hộ" at screen 0.38679,0.65798 right font F(7) tc rgb soft front
set label "Bình Hòa \063" at screen 0.33203,0.65798 right font F(8) tc rgb ink front
set label "–" at screen 0.92471,0.65798 center font F(8) tc rgb ink front
set label "\061\064 hộ" at screen 0.38679,0.63804 right font F(7) tc rgb soft front
set label "Chợ" at screen 0.33203,0.63804 right font F(8) tc rgb ink front
set label "\062\064 \045" at screen 0.92471,0.63804 center font F(8) tc rgb ink front
set object rectangle from screen 0.39509,0.60813 to screen 0.97925,0.62807 behind fc rgb zebra fs solid noborder
set label "\071 hộ" at screen 0.38679,0.61810 right font F(7) tc rgb soft front
set label "Hạc Sơn" at screen 0.33203,0.61810 right font F(8) tc rgb ink front
set label "\063\064 \045" at screen 0.92471,0.61810 center font F(8) tc rgb ink front
set label "\070 hộ" at screen 0.38679,0.59816 right font F(7) tc rgb soft front
set label "Thôn Tân Tiến Đoàn Kết Thống Nhất s…" at screen 0.33203,0.59816 right font F(8) tc rgb ink front
set label "\064\066 \045" at screen 0.92471,0.59816 center font F(8) tc rgb ink front
set object rectangle from screen 0.39509,0.56825 to screen 0.97925,0.58819 behind fc rgb zebra fs solid noborder
set label "\070 hộ" at screen 0.38679,0.57822 right font F(7) tc rgb soft front
set label "Bình Hòa \065" at screen 0.33203,0.57822 right font F(8) tc rgb ink front
set label "\064\067 \045" at screen 0.92471,0.57822 center font F(8) tc rgb ink front
set label "\066 hộ" at screen 0.38679,0.55828 right font F(7) tc rgb soft front
set label "Bình Yên" at screen 0.33203,0.55828 right font F(8) tc rgb ink front
set label "\066\064 \045" at screen 0.92471,0.55828 center font F(8) tc rgb ink front
set object rectangle from screen 0.39509,0.52837 to screen 0.97925,0.54831 behind fc rgb zebra fs solid noborder
set label "\066 hộ" at screen 0.38679,0.53834 right font F(7) tc rgb soft front
set label "Bình Hòa \061" at screen 0.33203,0.53834 right font F(8) tc rgb ink front
set label "\067\060 \045" at screen 0.92471,0.53834 center font F(8) tc rgb ink front
set label "\065 hộ" at screen 0.38679,0.51840 right font F(7) tc rgb soft front
set label "Xanh" at screen 0.33203,0.51840 right font F(8) tc rgb ink front
set label "\070\060 \045" at screen 0.92471,0.51840 center font F(8) tc rgb ink front
set object rectangle from screen 0.39509,0.48850 to screen 0.97925,0.50844 behind fc rgb zebra fs solid noborder
set label "\070 hộ" at screen 0.38679,0.49847 right font F(7) tc rgb soft front
set label "Thôn Tân Tiến Đoàn Kết Thống Nhất s…" at screen 0.33203,0.49847 right font F(8) tc rgb ink front
set label "\070\066 \045" at screen 0.92471,0.49847 center font F(8) tc rgb ink front
set label "\061 hộ" at screen 0.38679,0.47853 right font F(7) tc rgb soft front
set label "Vinh" at screen 0.33203,0.47853 right font F(8) tc rgb ink front
set label "–" at screen 0.92471,0.47853 center font F(8) tc rgb ink front
set object rectangle from screen 0.39509,0.44862 to screen 0.97925,0.46856 behind fc rgb zebra fs solid noborder
set label "\061 hộ" at screen 0.38679,0.45859 right font F(7) tc rgb soft front
set label "Sẻ" at screen 0.33203,0.45859 right font F(8) tc rgb ink front
set label "–" at screen 0.92471,0.45859 center font F(8) tc rgb ink front
set label "\061 hộ" at screen 0.38679,0.43865 right font F(7) tc rgb soft front
set label "Bình Hòa \063" at screen 0.33203,0.43865 right font F(8) tc rgb ink front
set label "–" at screen 0.92471,0.43865 center font F(8) tc rgb ink front
set object rectangle from screen 0.39509,0.40874 to screen 0.97925,0.42868 behind fc rgb zebra fs solid noborder
set label "\061\064 hộ" at screen 0.38679,0.41871 right font F(7) tc rgb soft front
set label "Chợ" at screen 0.33203,0.41871 right font F(8) tc rgb ink front
set label "\062\064 \045" at screen 0.92471,0.41871 center font F(8) tc rgb ink front
set label "\071 hộ" at screen 0.38679,0.39877 right font F(7) tc rgb soft front
set label "Thôn Tân Tiến Đoàn Kết Thống Nhất s…" at screen 0.33203,0.39877 right font F(8) tc rgb ink front
set label "\063\064 \045" at screen 0.92471,0.39877 center font F(8) tc rgb ink front
set object rectangle from screen 0.39509,0.36887 to screen 0.97925,0.38880 behind fc rgb zebra fs solid noborder
set label "\070 hộ" at screen 0.38679,0.37883 right font F(7) tc rgb soft front
set label "Tô" at screen 0.33203,0.37883 right font F(8) tc rgb ink front
set label "\064\066 \045" at screen 0.92471,0.37883 center font F(8) tc rgb ink front
set label "\070 hộ" at screen 0.38679,0.35890 right font F(7) tc rgb soft front
set label "Bình Hòa \065" at screen 0.33203,0.35890 right font F(8) tc rgb ink front
set label "\064\067 \045" at screen 0.92471,0.35890 center font F(8) tc rgb ink front
set object rectangle from screen 0.39509,0.32899 to screen 0.97925,0.34893 behind fc rgb zebra fs solid noborder
set label "\066 hộ" at screen 0.38679,0.33896 right font F(7) tc rgb soft front
set label "Bình Yên" at screen 0.33203,0.33896 right font F(8) tc rgb ink front
set label "\066\064 \045" at screen 0.92471,0.33896 center font F(8) tc rgb ink front
set label "\066 hộ" at screen 0.38679,0.31902 right font F(7) tc rgb soft front
set label "Bình Hòa \061" at screen 0.33203,0.31902 right font F(8) tc rgb ink front
set label "\067\060 \045" at screen 0.92471,0.31902 center font F(8) tc rgb ink front
set object rectangle from screen 0.39509,0.28911 to screen 0.97925,0.30905 behind fc rgb zebra fs solid noborder
set label "\065 hộ" at screen 0.38679,0.29908 right font F(7) tc rgb soft front
set label "Thôn Tân Tiến Đoàn Kết Thống Nhất s…" at screen 0.33203,0.29908 right font F(8) tc rgb ink front
set label "\070\060 \045" at screen 0.92471,0.29908 center font F(8) tc rgb ink front
set label "\070 hộ" at screen 0.38679,0.27914 right font F(7) tc rgb soft front
set label "Bình Sơn" at screen 0.33203,0.27914 right font F(8) tc rgb ink front
set label "\070\066 \045" at screen 0.92471,0.27914 center font F(8) tc rgb ink front
set object rectangle from screen 0.39509,0.24923 to screen 0.97925,0.26917 behind fc rgb zebra fs solid noborder
set label "\061 hộ" at screen 0.38679,0.25920 right font F(7) tc rgb soft front
set label "Vinh" at screen 0.33203,0.25920 right font F(8) tc rgb ink front
set label "–" at screen 0.92471,0.25920 center font F(8) tc rgb ink front
set label "\061 hộ" at screen 0.38679,0.23926 right font F(7) tc rgb soft front
set label "Sẻ" at screen 0.33203,0.23926 right font F(8) tc rgb ink front
set label "–" at screen 0.92471,0.23926 center font F(8) tc rgb ink front
set object rectangle from screen 0.39509,0.20936 to screen 0.97925,0.22929 behind fc rgb zebra fs solid noborder
set label "\061 hộ" at screen 0.38679,0.21933 right font F(7) tc rgb soft front
set label "Bình Hòa \063" at screen 0.33203,0.21933 right font F(8) tc rgb ink front
set label "–" at screen 0.92471,0.21933 center font F(8) tc rgb ink front
set label "\061\064 hộ" at screen 0.38679,0.19939 right font F(7) tc rgb soft front
set label "Thôn Tân Tiến Đoàn Kết Thống Nhất s…" at screen 0.33203,0.19939 right font F(8) tc rgb ink front
set label "\062\064 \045" at screen 0.92471,0.19939 center font F(8) tc rgb ink front
set object rectangle from screen 0.39509,0.16948 to screen 0.97925,0.18942 behind fc rgb zebra fs solid noborder
set label "\071 hộ" at screen 0.38679,0.17945 right font F(7) tc rgb soft front
set label "Hạc Sơn" at screen 0.33203,0.17945 right font F(8) tc rgb ink front
set label "\063\064 \045" at screen 0.92471,0.17945 center font F(8) tc rgb ink front
set label "\070 hộ" at screen 0.38679,0.15951 right font F(7) tc rgb soft front
set label "Tô" at screen 0.33203,0.15951 right font F(8) tc rgb ink front
set label "\064\066 \045" at screen 0.92471,0.15951 center font F(8) tc rgb ink front
set object rectangle from screen 0.39509,0.12960 to screen 0.97925,0.14954 behind fc rgb zebra fs solid noborder
set label "\070 hộ" at screen 0.38679,0.13957 right font F(7) tc rgb soft front
set label "Bình Hòa \065" at screen 0.33203,0.13957 right font F(8) tc rgb ink front
set label "\064\067 \045" at screen 0.92471,0.13957 center font F(8) tc rgb ink front
set label "\066 hộ" at screen 0.38679,0.11963 right font F(7) tc rgb soft front
set label "Bình Yên" at screen 0.33203,0.11963 right font F(8) tc rgb ink front
set label "\066\064 \045" at screen 0.92471,0.11963 center font F(8) tc rgb ink front
set object rectangle from screen 0.39509,0.08972 to screen 0.97925,0.10966 behind fc rgb zebra fs solid noborder
set label "\066 hộ" at screen 0.38679,0.09969 right font F(7) tc rgb soft front
set label "Thôn Tân Tiến Đoàn Kết Thống Nhất s…" at screen 0.33203,0.09969 right font F(8) tc rgb ink front
set label "\067\060 \045" at screen 0.92471,0.09969 center font F(8) tc rgb ink front
set label "\065 hộ" at screen 0.38679,0.07975 right font F(7) tc rgb soft front
set label "Xanh" at screen 0.33203,0.07975 right font F(8) tc rgb ink front
set label "\070\060 \045" at screen 0.92471,0.07975 center font F(8) tc rgb ink front
set arrow from screen 0.41173,0.06979 to screen 0.41173,0.87193 nohead lw 0.6 lc rgb hair back
set label "\060" at screen 0.41173,0.05445 center font F(9) tc rgb soft front
set arrow from screen 0.47985,0.06979 to screen 0.47985,0.87193 nohead lw 0.6 lc rgb hair back
set label "\065\060" at screen 0.47985,0.05445 center font F(9) tc rgb soft front
set arrow from screen 0.54797,0.06979 to screen 0.54797,0.87193 nohead lw 0.6 lc rgb hair back
set label "\061\060\060" at screen 0.54797,0.05445 center font F(9) tc rgb soft front
set arrow from screen 0.61609,0.06979 to screen 0.61609,0.87193 nohead lw 0.6 lc rgb hair back
set label "\061\065\060" at screen 0.61609,0.05445 center font F(9) tc rgb soft front
set arrow from screen 0.68421,0.06979 to screen 0.68421,0.87193 nohead lw 0.6 lc rgb hair back
set label "\062\060\060" at screen 0.68421,0.05445 center font F(9) tc rgb soft front
set arrow from screen 0.75233,0.06979 to screen 0.75233,0.87193 nohead lw 0.6 lc rgb hair back
set label "\062\065\060" at screen 0.75233,0.05445 center font F(9) tc rgb soft front
set arrow from screen 0.82045,0.06979 to screen 0.82045,0.87193 nohead lw 0.6 lc rgb hair back
set label "\063\060\060" at screen 0.82045,0.05445 center font F(9) tc rgb soft front
set arrow from screen 0.40754,0.89340 to screen 0.47809,0.89340 nohead lw 1.2 lc rgb cAm back
set arrow from screen 0.42622,0.89340 to screen 0.45942,0.89340 nohead lw 4.2 lc rgb cAm back
set label '' at screen 0.44282,0.89340 point pt 7 ps 1.25*PS lc rgb cA front
set label "Dự báo" at screen 0.49055,0.89340 left font B(9) tc rgb cA front
set arrow from screen 0.60373,0.88420 to screen 0.60373,0.90261 nohead lw 3 lc rgb cB back
set label "Chỉ tiêu" at screen 0.61618,0.89340 left font B(9) tc rgb cB front
set label "Xác suất đạt" at screen 0.92471,0.89340 center font B(8.5) tc rgb ink front
$data << EOD
# row, mean, q05, q25, q75, q95, quota
-0	5.05	2	4	6	9	7
-1	4.06	0	1	6	8	3
-2	7.3500000000000005	0	1	9	15	3
-3	9.92	0	1	12	20	3
-4	10.1	0	1	15	20	2
-5	13.200000000000001	0	1	18	24	2
-6	9.66	0	1	14	21	1
-7	25.04	1	2	32	48	2
-8	2.5200000000000005	0	0	9	9	NaN
-9	1.6	0	0	0	10	NaN
-10	0.99	0	0	0	11	NaN
-11	60.599999999999994	2	4	72	108	7
-12	26.389999999999997	0	1	39	52	3
-13	34.300000000000004	0	1	42	70	3
-14	37.2	0	1	45	75	3
-15	32.32	0	1	48	64	2
-16	37.400000000000006	0	1	51	68	2
-17	24.839999999999996	0	1	36	54	1
-18	59.47	1	2	76	114	2
-19	5.6000000000000005	0	0	20	20	NaN
-20	3.36	0	0	0	21	NaN
-21	1.98	0	0	0	22	NaN
-22	116.14999999999999	2	4	138	207	7
-23	48.72	0	1	72	96	3
-24	61.25000000000001	0	1	75	125	3
-25	64.48	0	1	78	130	3
-26	54.54	0	1	81	108	2
-27	61.60000000000001	0	1	84	112	2
-28	40.019999999999996	0	1	58	87	1
-29	93.89999999999999	1	2	120	180	2
-30	8.680000000000001	0	0	31	31	NaN
-31	5.12	0	0	0	32	NaN
-32	2.9699999999999998	0	0	0	33	NaN
-33	171.7	2	4	204	306	7
-34	71.05	0	1	105	140	3
-35	88.2	0	1	108	180	3
-36	91.76	0	1	111	185	3
-37	76.76	0	1	114	152	2
-38	85.80000000000001	0	1	117	156	2
-39	55.199999999999996	0	1	80	120	1
EOD
plot $corner with lines, $data using 3:1:($6-$3):(0) with vectors nohead lw 1.2 lc rgb cAm, \
     $data using 4:1:($5-$4):(0) with vectors nohead lw 4.2 lc rgb cAm, \
     $data using 7:($1-0.31):(0):(0.62) with vectors nohead lw 3 lc rgb cB, \
     $data using 2:1 with points pt 7 ps 1.25*PS lc rgb cA
