# gnuplot -e "fmt='svg'" heat.gp > heat.svg      fmt: svg, png or pdf
W = 481.89; H = 341.72   # points
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
set label "Thiếu hụt tập trung ở việc làm và bảo hiểm y tế" at screen 0.02075,0.95464 left font B(11.5) tc rgb ink front
set label "Tỷ lệ hộ nghèo thiếu hụt theo thôn và chỉ số\073 số trong ô\072 số hộ" at screen 0.02075,0.90855 left font F(9) tc rgb soft front
set label "Số liệu minh họa\054 dùng để kiểm tra hình vẽ\056" at screen 0.02075,0.03731 left font F(7) tc rgb soft front
mix(a, b, s) = int(a + (b - a) * s)
rgb(s, r, g, b, R, G, B) = mix(r, R, s)*65536 + mix(g, G, s)*256 + mix(b, B, s)
shade(s) = s <= 0 ? 0xF6F6F6 : \
  s < 0.5 ? rgb(2*s, 226, 236, 247, 108, 155, 207) : \
            rgb(2*s - 1, 108, 155, 207, 0, 48, 104)
set lmargin at screen 0.30712; set rmargin at screen 0.86388
set bmargin at screen 0.08048; set tmargin at screen 0.65990
set xrange [-0.5:11.5]; set yrange [-10.5:0.5]
$corner << EOD
# x, y
-0.5	-10.5
EOD
set label "Bình Hòa \061 \050\066 hộ\051" at screen 0.29467,0.63356 right font F(9) tc rgb ink front
set label "Bình Hòa \063 \050\061 hộ\051" at screen 0.29467,0.58089 right font F(9) tc rgb ink front
set label "Bình Hòa \065 \050\070 hộ\051" at screen 0.29467,0.52821 right font F(9) tc rgb ink front
set label "Hạc Sơn \050\071 hộ\051" at screen 0.29467,0.47554 right font F(9) tc rgb ink front
set label "Tô \050\070 hộ\051" at screen 0.29467,0.42286 right font F(9) tc rgb ink front
set label "Xanh \050\065 hộ\051" at screen 0.29467,0.37019 right font F(9) tc rgb ink front
set label "Bình Sơn \050\070 hộ\051" at screen 0.29467,0.31751 right font F(9) tc rgb ink front
set label "Bình Yên \050\066 hộ\051" at screen 0.29467,0.26484 right font F(9) tc rgb ink front
set label "Sẻ \050\061 hộ\051" at screen 0.29467,0.21216 right font F(9) tc rgb ink front
set label "Vinh \050\061 hộ\051" at screen 0.29467,0.15949 right font F(9) tc rgb ink front
set label "Thôn có tên rất dài không vừa một" at screen 0.29467,0.12108 right font F(7.5) tc rgb ink front
set label "dòng \050\061\064 hộ\051" at screen 0.29467,0.09255 right font F(7.5) tc rgb ink front
set label "Việc làm" at screen 0.32617,0.67453 left rotate by 40 font F(8.5) tc rgb ink front
set label "Người phụ thuộc" at screen 0.37257,0.67453 left rotate by 40 font F(8.5) tc rgb ink front
set label "Dinh dưỡng" at screen 0.41896,0.67453 left rotate by 40 font F(8.5) tc rgb ink front
set label "Bảo hiểm y tế" at screen 0.46536,0.67453 left rotate by 40 font F(8.5) tc rgb ink front
set label "Giáo dục người lớn" at screen 0.51176,0.67453 left rotate by 40 font F(8.5) tc rgb ink front
set label "Trẻ em đi học" at screen 0.55815,0.67453 left rotate by 40 font F(8.5) tc rgb ink front
set label "Chất lượng nhà ở" at screen 0.60455,0.67453 left rotate by 40 font F(8.5) tc rgb ink front
set label "Diện tích nhà ở" at screen 0.65095,0.67453 left rotate by 40 font F(8.5) tc rgb ink front
set label "Nước sinh hoạt" at screen 0.69734,0.67453 left rotate by 40 font F(8.5) tc rgb ink front
set label "Nhà tiêu hợp vệ sinh" at screen 0.74374,0.67453 left rotate by 40 font F(8.5) tc rgb ink front
set label "Dịch vụ Internet" at screen 0.79014,0.67453 left rotate by 40 font F(8.5) tc rgb ink front
set label "Phương tiện thông tin" at screen 0.83653,0.67453 left rotate by 40 font F(8.5) tc rgb ink front
set label "\067" at screen 0.37672,0.63356 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.42311,0.63356 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.46951,0.63356 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.51591,0.63356 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.56230,0.63356 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.60870,0.63356 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.65510,0.63356 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.70149,0.63356 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.74789,0.63356 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.79429,0.63356 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.33032,0.58089 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.37672,0.58089 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.42311,0.58089 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.46951,0.58089 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.51591,0.58089 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.56230,0.58089 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.60870,0.58089 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.65510,0.58089 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.70149,0.58089 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.74789,0.58089 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.84068,0.58089 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.33032,0.52821 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.37672,0.52821 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.42311,0.52821 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.46951,0.52821 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.51591,0.52821 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.56230,0.52821 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.60870,0.52821 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.65510,0.52821 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.70149,0.52821 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.79429,0.52821 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.84068,0.52821 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.33032,0.47554 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.37672,0.47554 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.42311,0.47554 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.46951,0.47554 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.51591,0.47554 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.56230,0.47554 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.60870,0.47554 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.65510,0.47554 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.74789,0.47554 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.79429,0.47554 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.84068,0.47554 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.33032,0.42286 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.37672,0.42286 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.42311,0.42286 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.46951,0.42286 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.51591,0.42286 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.56230,0.42286 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.60870,0.42286 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.70149,0.42286 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.74789,0.42286 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.79429,0.42286 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.84068,0.42286 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.33032,0.37019 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.37672,0.37019 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.42311,0.37019 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.46951,0.37019 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.51591,0.37019 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.56230,0.37019 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.65510,0.37019 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.70149,0.37019 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.74789,0.37019 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.79429,0.37019 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.84068,0.37019 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.33032,0.31751 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.37672,0.31751 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.42311,0.31751 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.46951,0.31751 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.51591,0.31751 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.60870,0.31751 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.65510,0.31751 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.70149,0.31751 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.74789,0.31751 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.79429,0.31751 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.84068,0.31751 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.33032,0.26484 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.37672,0.26484 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.42311,0.26484 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.46951,0.26484 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.56230,0.26484 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.60870,0.26484 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.65510,0.26484 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.70149,0.26484 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.74789,0.26484 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.79429,0.26484 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.84068,0.26484 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.33032,0.21216 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.37672,0.21216 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.42311,0.21216 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.51591,0.21216 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.56230,0.21216 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.60870,0.21216 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.65510,0.21216 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.70149,0.21216 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.74789,0.21216 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.79429,0.21216 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.84068,0.21216 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.33032,0.15949 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.37672,0.15949 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.46951,0.15949 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.51591,0.15949 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.56230,0.15949 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.60870,0.15949 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.65510,0.15949 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.70149,0.15949 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.74789,0.15949 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.79429,0.15949 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.84068,0.15949 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.33032,0.10681 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.42311,0.10681 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.46951,0.10681 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.51591,0.10681 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.56230,0.10681 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.60870,0.10681 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.65510,0.10681 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.70149,0.10681 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.74789,0.10681 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.79429,0.10681 center font F(8.5) tc rgb 'white' front
set object rectangle from screen 0.89293,0.39653 to screen 0.91161,0.41057 behind fc rgb shade(0.025) fs solid noborder
set object rectangle from screen 0.89293,0.40969 to screen 0.91161,0.42374 behind fc rgb shade(0.075) fs solid noborder
set object rectangle from screen 0.89293,0.42286 to screen 0.91161,0.43691 behind fc rgb shade(0.125) fs solid noborder
set object rectangle from screen 0.89293,0.43603 to screen 0.91161,0.45008 behind fc rgb shade(0.175) fs solid noborder
set object rectangle from screen 0.89293,0.44920 to screen 0.91161,0.46325 behind fc rgb shade(0.225) fs solid noborder
set object rectangle from screen 0.89293,0.46237 to screen 0.91161,0.47642 behind fc rgb shade(0.275) fs solid noborder
set object rectangle from screen 0.89293,0.47554 to screen 0.91161,0.48958 behind fc rgb shade(0.325) fs solid noborder
set object rectangle from screen 0.89293,0.48871 to screen 0.91161,0.50275 behind fc rgb shade(0.375) fs solid noborder
set object rectangle from screen 0.89293,0.50187 to screen 0.91161,0.51592 behind fc rgb shade(0.425) fs solid noborder
set object rectangle from screen 0.89293,0.51504 to screen 0.91161,0.52909 behind fc rgb shade(0.475) fs solid noborder
set object rectangle from screen 0.89293,0.52821 to screen 0.91161,0.54226 behind fc rgb shade(0.525) fs solid noborder
set object rectangle from screen 0.89293,0.54138 to screen 0.91161,0.55543 behind fc rgb shade(0.575) fs solid noborder
set object rectangle from screen 0.89293,0.55455 to screen 0.91161,0.56860 behind fc rgb shade(0.625) fs solid noborder
set object rectangle from screen 0.89293,0.56772 to screen 0.91161,0.58177 behind fc rgb shade(0.675) fs solid noborder
set object rectangle from screen 0.89293,0.58089 to screen 0.91161,0.59493 behind fc rgb shade(0.725) fs solid noborder
set object rectangle from screen 0.89293,0.59406 to screen 0.91161,0.60810 behind fc rgb shade(0.775) fs solid noborder
set object rectangle from screen 0.89293,0.60722 to screen 0.91161,0.62127 behind fc rgb shade(0.825) fs solid noborder
set object rectangle from screen 0.89293,0.62039 to screen 0.91161,0.63444 behind fc rgb shade(0.875) fs solid noborder
set object rectangle from screen 0.89293,0.63356 to screen 0.91161,0.64761 behind fc rgb shade(0.925) fs solid noborder
set object rectangle from screen 0.89293,0.64673 to screen 0.91161,0.66078 behind fc rgb shade(0.975) fs solid noborder
set label "\060 \045" at screen 0.91991,0.39653 left font F(8) tc rgb soft front
set label "\065\060 \045" at screen 0.91991,0.52821 left font F(8) tc rgb soft front
set label "\061\060\060 \045" at screen 0.91991,0.65990 left font F(8) tc rgb soft front
$data << EOD
# column, row, share
0	-0	0
1	-0	0.7
2	-0	0.3
3	-0	1
4	-0	0.6
5	-0	0.2
6	-0	0.9
7	-0	0.5
8	-0	0.1
9	-0	0.8
10	-0	0.4
11	-0	0
0	-1	0.7
1	-1	0.3
2	-1	1
3	-1	0.6
4	-1	0.2
5	-1	0.9
6	-1	0.5
7	-1	0.1
8	-1	0.8
9	-1	0.4
10	-1	0
11	-1	0.7
0	-2	0.3
1	-2	1
2	-2	0.6
3	-2	0.2
4	-2	0.9
5	-2	0.5
6	-2	0.1
7	-2	0.8
8	-2	0.4
9	-2	0
10	-2	0.7
11	-2	0.3
0	-3	1
1	-3	0.6
2	-3	0.2
3	-3	0.9
4	-3	0.5
5	-3	0.1
6	-3	0.8
7	-3	0.4
8	-3	0
9	-3	0.7
10	-3	0.3
11	-3	1
0	-4	0.6
1	-4	0.2
2	-4	0.9
3	-4	0.5
4	-4	0.1
5	-4	0.8
6	-4	0.4
7	-4	0
8	-4	0.7
9	-4	0.3
10	-4	1
11	-4	0.6
0	-5	0.2
1	-5	0.9
2	-5	0.5
3	-5	0.1
4	-5	0.8
5	-5	0.4
6	-5	0
7	-5	0.7
8	-5	0.3
9	-5	1
10	-5	0.6
11	-5	0.2
0	-6	0.9
1	-6	0.5
2	-6	0.1
3	-6	0.8
4	-6	0.4
5	-6	0
6	-6	0.7
7	-6	0.3
8	-6	1
9	-6	0.6
10	-6	0.2
11	-6	0.9
0	-7	0.5
1	-7	0.1
2	-7	0.8
3	-7	0.4
4	-7	0
5	-7	0.7
6	-7	0.3
7	-7	1
8	-7	0.6
9	-7	0.2
10	-7	0.9
11	-7	0.5
0	-8	0.1
1	-8	0.8
2	-8	0.4
3	-8	0
4	-8	0.7
5	-8	0.3
6	-8	1
7	-8	0.6
8	-8	0.2
9	-8	0.9
10	-8	0.5
11	-8	0.1
0	-9	0.8
1	-9	0.4
2	-9	0
3	-9	0.7
4	-9	0.3
5	-9	1
6	-9	0.6
7	-9	0.2
8	-9	0.9
9	-9	0.5
10	-9	0.1
11	-9	0.8
0	-10	0.4
1	-10	0
2	-10	0.7
3	-10	0.3
4	-10	1
5	-10	0.6
6	-10	0.2
7	-10	0.9
8	-10	0.5
9	-10	0.1
10	-10	0.8
11	-10	NaN
EOD
plot $corner with lines, $data using 1:($3 >= 0 ? $2 : NaN):($1-0.485):($1+0.485):($2-0.47):($2+0.47):(shade($3)) \
 with boxxyerror fs solid 1 noborder lc rgb variable
