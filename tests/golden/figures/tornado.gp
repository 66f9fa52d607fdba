# gnuplot -e "fmt='svg'" tornado.gp > tornado.svg      fmt: svg, png or pdf
W = 481.89; H = 247.00   # points
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
set label "Vốn vay và giải ngân là hai đòn bẩy xã có thể tác động" at screen 0.02075,0.93725 left font B(11.5) tc rgb ink front
set label "Xác suất đạt chỉ tiêu \062\063 hộ khi thay đổi từng giả định" at screen 0.02075,0.87348 left font F(9) tc rgb soft front
set label "Số liệu minh họa\054 dùng để kiểm tra hình vẽ\056" at screen 0.02075,0.05162 left font F(7) tc rgb soft front
set lmargin at screen 0.46899; set rmargin at screen 0.88379
set bmargin at screen 0.18421; set tmargin at screen 0.71862
set xrange [0.2:0.6]; set yrange [-5.5:0.5]
$corner << EOD
# x, y
0.2	-5.5
EOD
set arrow from screen 0.46899,0.18421 to screen 0.46899,0.73077 nohead lw 0.6 lc rgb hair back
set label "\062\060 \045" at screen 0.46899,0.14372 center font F(9) tc rgb soft front
set arrow from screen 0.57269,0.18421 to screen 0.57269,0.73077 nohead lw 0.6 lc rgb hair back
set label "\063\060 \045" at screen 0.57269,0.14372 center font F(9) tc rgb soft front
set arrow from screen 0.67639,0.18421 to screen 0.67639,0.73077 nohead lw 0.6 lc rgb hair back
set label "\064\060 \045" at screen 0.67639,0.14372 center font F(9) tc rgb soft front
set arrow from screen 0.78009,0.18421 to screen 0.78009,0.73077 nohead lw 0.6 lc rgb hair back
set label "\065\060 \045" at screen 0.78009,0.14372 center font F(9) tc rgb soft front
set arrow from screen 0.88379,0.18421 to screen 0.88379,0.73077 nohead lw 0.6 lc rgb hair back
set label "\066\060 \045" at screen 0.88379,0.14372 center font F(9) tc rgb soft front
set object rectangle from screen 0.02075,0.76721 to screen 0.03735,0.79960 behind fc rgb cB fs solid noborder
set label "giá trị bất lợi" at screen 0.04773,0.78340 left font B(9) tc rgb ink front
set object rectangle from screen 0.21224,0.76721 to screen 0.22884,0.79960 behind fc rgb cA fs solid noborder
set label "giá trị thuận lợi" at screen 0.23921,0.78340 left font B(9) tc rgb ink front
set arrow from screen 0.67224,0.18421 to screen 0.67224,0.73482 nohead front lw 1.8 lc rgb ink
set label "mức nền \063\071\054\066 \045" at screen 0.67224,0.75911 center font B(8.5) tc rgb ink front
set label "Xác suất thoát nghèo nền" at screen 0.37353,0.67409 right font F(9) tc rgb ink front
set label "\062\064 \045" at screen 0.47417,0.67409 right font F(8) tc rgb soft front
set label "\063\064 \045" at screen 0.85061,0.67409 left font F(8) tc rgb soft front
set label "Số hộ được vay vốn ưu đãi" at screen 0.37353,0.58502 right font F(9) tc rgb ink front
set label "\061\060" at screen 0.53016,0.58502 right font F(8) tc rgb soft front
set label "\063\060" at screen 0.78217,0.58502 left font F(8) tc rgb soft front
set label "Tỷ lệ giải ngân đúng hạn" at screen 0.37353,0.49595 right font F(9) tc rgb ink front
set label "\066\060 \045" at screen 0.54572,0.49595 right font F(8) tc rgb soft front
set label "\061\060\060 \045" at screen 0.74899,0.49595 left font F(8) tc rgb soft front
set label "Biến động chung trong năm\054 gồm cả thiên tai" at screen 0.37353,0.42662 right font F(7.5) tc rgb ink front
set label "và dịch bệnh" at screen 0.37353,0.38715 right font F(7.5) tc rgb ink front
set label "\060\054\061\060" at screen 0.61416,0.40688 right font F(8) tc rgb soft front
set label "\060\054\064\065" at screen 0.72617,0.40688 left font F(8) tc rgb soft front
set label "Không ảnh hưởng" at screen 0.37353,0.31781 right font F(9) tc rgb ink front
set label "\061" at screen 0.66186,0.31781 right font F(8) tc rgb soft front
set label "\062" at screen 0.68262,0.31781 left font F(8) tc rgb soft front
set label "Cả hai về một phía" at screen 0.37353,0.22874 right font F(9) tc rgb ink front
set label "thấp" at screen 0.66186,0.22874 right font F(8) tc rgb soft front
set label "cao" at screen 0.71787,0.22874 left font F(8) tc rgb soft front
$data << EOD
# row, bad, good
-0	0.215	0.558
-1	0.269	0.492
-2	0.284	0.46
-3	0.35	0.438
-4	0.396	0.396
-5	0.41	0.43
EOD
base = 0.396
set style fill solid 1 noborder
plot $corner with lines, $data using (base):1:(base):2:($1-0.33):($1+0.33) with boxxyerror lc rgb cB, \
     $data using (base):1:(base):3:($1-0.33):($1+0.33) with boxxyerror lc rgb cA
