# gnuplot -e "fmt='svg'" heat.gp > heat.svg      fmt: svg, png or pdf
W = 481.89; H = 354.53   # points
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
set label "Thiếu hụt tập trung ở việc làm và bảo hiểm y tế" at screen 0.02075,0.95628 left font B(11.5) tc rgb ink front
set label "Tỷ lệ hộ nghèo thiếu hụt theo thôn và chỉ số\073 số trong ô\072 số hộ" at screen 0.02075,0.91186 left font F(9) tc rgb soft front
set label "Số liệu minh họa\054 dùng để kiểm tra hình vẽ\056" at screen 0.02075,0.03596 left font F(7) tc rgb soft front
mix(a, b, s) = int(a + (b - a) * s)
rgb(s, r, g, b, R, G, B) = mix(r, R, s)*65536 + mix(g, G, s)*256 + mix(b, B, s)
shade(s) = s <= 0 ? 0xF6F6F6 : \
  s < 0.5 ? rgb(2*s, 226, 236, 247, 108, 155, 207) : \
            rgb(2*s - 1, 108, 155, 207, 0, 48, 104)
set lmargin at screen 0.30712; set rmargin at screen 0.87134
set bmargin at screen 0.07757; set tmargin at screen 0.63605
set xrange [-0.5:11.5]; set yrange [-10.5:0.5]
$corner << EOD
# x, y
-0.5	-10.5
EOD
set label "Bình Hòa \061 \050\066 hộ\051" at screen 0.29467,0.61066 right font F(9) tc rgb ink front
set label "Bình Hòa \063 \050\061 hộ\051" at screen 0.29467,0.55989 right font F(9) tc rgb ink front
set label "Bình Hòa \065 \050\070 hộ\051" at screen 0.29467,0.50912 right font F(9) tc rgb ink front
set label "Hạc Sơn \050\071 hộ\051" at screen 0.29467,0.45835 right font F(9) tc rgb ink front
set label "Tô \050\070 hộ\051" at screen 0.29467,0.40758 right font F(9) tc rgb ink front
set label "Xanh \050\065 hộ\051" at screen 0.29467,0.35681 right font F(9) tc rgb ink front
set label "Bình Sơn \050\070 hộ\051" at screen 0.29467,0.30604 right font F(9) tc rgb ink front
set label "Bình Yên \050\066 hộ\051" at screen 0.29467,0.25527 right font F(9) tc rgb ink front
set label "Sẻ \050\061 hộ\051" at screen 0.29467,0.20449 right font F(9) tc rgb ink front
set label "Vinh \050\061 hộ\051" at screen 0.29467,0.15372 right font F(9) tc rgb ink front
set label "Thôn có tên rất dài không vừa một" at screen 0.29467,0.11670 right font F(7.5) tc rgb ink front
set label "dòng \050\061\064 hộ\051" at screen 0.29467,0.08920 right font F(7.5) tc rgb ink front
set label "Việc làm" at screen 0.32648,0.65015 left rotate by 52 font F(8.5) tc rgb ink front
set label "Người phụ thuộc" at screen 0.37350,0.65015 left rotate by 52 font F(8.5) tc rgb ink front
set label "Dinh dưỡng" at screen 0.42052,0.65015 left rotate by 52 font F(8.5) tc rgb ink front
set label "Bảo hiểm y tế" at screen 0.46754,0.65015 left rotate by 52 font F(8.5) tc rgb ink front
set label "Giáo dục người lớn" at screen 0.51455,0.65015 left rotate by 52 font F(8.5) tc rgb ink front
set label "Trẻ em đi học" at screen 0.56157,0.65015 left rotate by 52 font F(8.5) tc rgb ink front
set label "Chất lượng nhà ở" at screen 0.60859,0.65015 left rotate by 52 font F(8.5) tc rgb ink front
set label "Diện tích nhà ở" at screen 0.65561,0.65015 left rotate by 52 font F(8.5) tc rgb ink front
set label "Nước sinh hoạt" at screen 0.70263,0.65015 left rotate by 52 font F(8.5) tc rgb ink front
set label "Nhà tiêu hợp vệ sinh" at screen 0.74964,0.65015 left rotate by 52 font F(8.5) tc rgb ink front
set label "Dịch vụ Internet" at screen 0.79666,0.65015 left rotate by 52 font F(8.5) tc rgb ink front
set label "Phương tiện thông tin" at screen 0.84368,0.65015 left rotate by 52 font F(8.5) tc rgb ink front
set label "\067" at screen 0.37765,0.61066 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.42467,0.61066 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.47169,0.61066 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.51870,0.61066 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.56572,0.61066 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.61274,0.61066 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.65976,0.61066 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.70678,0.61066 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.75379,0.61066 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.80081,0.61066 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.33063,0.55989 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.37765,0.55989 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.42467,0.55989 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.47169,0.55989 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.51870,0.55989 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.56572,0.55989 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.61274,0.55989 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.65976,0.55989 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.70678,0.55989 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.75379,0.55989 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.84783,0.55989 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.33063,0.50912 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.37765,0.50912 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.42467,0.50912 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.47169,0.50912 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.51870,0.50912 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.56572,0.50912 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.61274,0.50912 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.65976,0.50912 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.70678,0.50912 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.80081,0.50912 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.84783,0.50912 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.33063,0.45835 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.37765,0.45835 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.42467,0.45835 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.47169,0.45835 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.51870,0.45835 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.56572,0.45835 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.61274,0.45835 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.65976,0.45835 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.75379,0.45835 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.80081,0.45835 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.84783,0.45835 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.33063,0.40758 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.37765,0.40758 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.42467,0.40758 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.47169,0.40758 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.51870,0.40758 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.56572,0.40758 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.61274,0.40758 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.70678,0.40758 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.75379,0.40758 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.80081,0.40758 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.84783,0.40758 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.33063,0.35681 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.37765,0.35681 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.42467,0.35681 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.47169,0.35681 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.51870,0.35681 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.56572,0.35681 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.65976,0.35681 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.70678,0.35681 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.75379,0.35681 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.80081,0.35681 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.84783,0.35681 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.33063,0.30604 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.37765,0.30604 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.42467,0.30604 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.47169,0.30604 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.51870,0.30604 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.61274,0.30604 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.65976,0.30604 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.70678,0.30604 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.75379,0.30604 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.80081,0.30604 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.84783,0.30604 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.33063,0.25527 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.37765,0.25527 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.42467,0.25527 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.47169,0.25527 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.56572,0.25527 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.61274,0.25527 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.65976,0.25527 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.70678,0.25527 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.75379,0.25527 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.80081,0.25527 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.84783,0.25527 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.33063,0.20449 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.37765,0.20449 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.42467,0.20449 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.51870,0.20449 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.56572,0.20449 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.61274,0.20449 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.65976,0.20449 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.70678,0.20449 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.75379,0.20449 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.80081,0.20449 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.84783,0.20449 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.33063,0.15372 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.37765,0.15372 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.47169,0.15372 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.51870,0.15372 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.56572,0.15372 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.61274,0.15372 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.65976,0.15372 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.70678,0.15372 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.75379,0.15372 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.80081,0.15372 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.84783,0.15372 center font F(8.5) tc rgb 'white' front
set label "\064" at screen 0.33063,0.10295 center font F(8.5) tc rgb ink front
set label "\067" at screen 0.42467,0.10295 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.47169,0.10295 center font F(8.5) tc rgb ink front
set label "\061\060" at screen 0.51870,0.10295 center font F(8.5) tc rgb 'white' front
set label "\066" at screen 0.56572,0.10295 center font F(8.5) tc rgb 'white' front
set label "\062" at screen 0.61274,0.10295 center font F(8.5) tc rgb ink front
set label "\071" at screen 0.65976,0.10295 center font F(8.5) tc rgb 'white' front
set label "\065" at screen 0.70678,0.10295 center font F(8.5) tc rgb ink front
set label "\061" at screen 0.75379,0.10295 center font F(8.5) tc rgb ink front
set label "\070" at screen 0.80081,0.10295 center font F(8.5) tc rgb 'white' front
set object rectangle from screen 0.90039,0.38219 to screen 0.91907,0.39573 behind fc rgb shade(0.025) fs solid noborder
set object rectangle from screen 0.90039,0.39489 to screen 0.91907,0.40842 behind fc rgb shade(0.075) fs solid noborder
set object rectangle from screen 0.90039,0.40758 to screen 0.91907,0.42112 behind fc rgb shade(0.125) fs solid noborder
set object rectangle from screen 0.90039,0.42027 to screen 0.91907,0.43381 behind fc rgb shade(0.175) fs solid noborder
set object rectangle from screen 0.90039,0.43296 to screen 0.91907,0.44650 behind fc rgb shade(0.225) fs solid noborder
set object rectangle from screen 0.90039,0.44566 to screen 0.91907,0.45920 behind fc rgb shade(0.275) fs solid noborder
set object rectangle from screen 0.90039,0.45835 to screen 0.91907,0.47189 behind fc rgb shade(0.325) fs solid noborder
set object rectangle from screen 0.90039,0.47104 to screen 0.91907,0.48458 behind fc rgb shade(0.375) fs solid noborder
set object rectangle from screen 0.90039,0.48374 to screen 0.91907,0.49727 behind fc rgb shade(0.425) fs solid noborder
set object rectangle from screen 0.90039,0.49643 to screen 0.91907,0.50997 behind fc rgb shade(0.475) fs solid noborder
set object rectangle from screen 0.90039,0.50912 to screen 0.91907,0.52266 behind fc rgb shade(0.525) fs solid noborder
set object rectangle from screen 0.90039,0.52181 to screen 0.91907,0.53535 behind fc rgb shade(0.575) fs solid noborder
set object rectangle from screen 0.90039,0.53451 to screen 0.91907,0.54805 behind fc rgb shade(0.625) fs solid noborder
set object rectangle from screen 0.90039,0.54720 to screen 0.91907,0.56074 behind fc rgb shade(0.675) fs solid noborder
set object rectangle from screen 0.90039,0.55989 to screen 0.91907,0.57343 behind fc rgb shade(0.725) fs solid noborder
set object rectangle from screen 0.90039,0.57258 to screen 0.91907,0.58612 behind fc rgb shade(0.775) fs solid noborder
set object rectangle from screen 0.90039,0.58528 to screen 0.91907,0.59882 behind fc rgb shade(0.825) fs solid noborder
set object rectangle from screen 0.90039,0.59797 to screen 0.91907,0.61151 behind fc rgb shade(0.875) fs solid noborder
set object rectangle from screen 0.90039,0.61066 to screen 0.91907,0.62420 behind fc rgb shade(0.925) fs solid noborder
set object rectangle from screen 0.90039,0.62336 to screen 0.91907,0.63689 behind fc rgb shade(0.975) fs solid noborder
set label "\060 \045" at screen 0.92737,0.38219 left font F(8) tc rgb soft front
set label "\065\060 \045" at screen 0.92737,0.50912 left font F(8) tc rgb soft front
set label "\061\060\060 \045" at screen 0.92737,0.63605 left font F(8) tc rgb soft front
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
