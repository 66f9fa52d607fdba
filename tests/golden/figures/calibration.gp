# gnuplot -e "fmt='svg'" calibration.gp > calibration.svg      fmt: svg, png or pdf
W = 481.89; H = 373.00   # points
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
set label "Dự báo \067\060 \045 thì thật sự xảy ra \066\066 \045" at screen 0.02075,0.95845 left font B(11.5) tc rgb ink front
set label "Tỷ lệ đạt chỉ tiêu theo xác suất đã dự báo" at screen 0.02075,0.91622 left font F(9) tc rgb soft front
set label "Số liệu minh họa\054 dùng để kiểm tra hình vẽ\056" at screen 0.02075,0.03418 left font F(7) tc rgb soft front
set lmargin at screen 0.10376; set rmargin at screen 0.62255
set bmargin at screen 0.15416; set tmargin at screen 0.82440
set xrange [0:1]; set yrange [0:1]
$corner << EOD
# x, y
0	0
EOD
set arrow from screen 0.10376,0.15416 to screen 0.10376,0.83244 nohead lw 0.6 lc rgb hair back
set label "\060 \045" at screen 0.10376,0.12735 center font F(9) tc rgb soft front
set arrow from screen 0.20752,0.15416 to screen 0.20752,0.83244 nohead lw 0.6 lc rgb hair back
set label "\062\060 \045" at screen 0.20752,0.12735 center font F(9) tc rgb soft front
set arrow from screen 0.31127,0.15416 to screen 0.31127,0.83244 nohead lw 0.6 lc rgb hair back
set label "\064\060 \045" at screen 0.31127,0.12735 center font F(9) tc rgb soft front
set arrow from screen 0.41503,0.15416 to screen 0.41503,0.83244 nohead lw 0.6 lc rgb hair back
set label "\066\060 \045" at screen 0.41503,0.12735 center font F(9) tc rgb soft front
set arrow from screen 0.51879,0.15416 to screen 0.51879,0.83244 nohead lw 0.6 lc rgb hair back
set label "\070\060 \045" at screen 0.51879,0.12735 center font F(9) tc rgb soft front
set arrow from screen 0.62255,0.15416 to screen 0.62255,0.83244 nohead lw 0.6 lc rgb hair back
set label "\061\060\060 \045" at screen 0.62255,0.12735 center font F(9) tc rgb soft front
set arrow from screen 0.10376,0.15416 to screen 0.62255,0.15416 nohead lw 0.6 lc rgb hair back
set label "\060 \045" at screen 0.09131,0.15416 right font F(9) tc rgb soft front
set arrow from screen 0.10376,0.28820 to screen 0.62255,0.28820 nohead lw 0.6 lc rgb hair back
set label "\062\060 \045" at screen 0.09131,0.28820 right font F(9) tc rgb soft front
set arrow from screen 0.10376,0.42225 to screen 0.62255,0.42225 nohead lw 0.6 lc rgb hair back
set label "\064\060 \045" at screen 0.09131,0.42225 right font F(9) tc rgb soft front
set arrow from screen 0.10376,0.55630 to screen 0.62255,0.55630 nohead lw 0.6 lc rgb hair back
set label "\066\060 \045" at screen 0.09131,0.55630 right font F(9) tc rgb soft front
set arrow from screen 0.10376,0.69035 to screen 0.62255,0.69035 nohead lw 0.6 lc rgb hair back
set label "\070\060 \045" at screen 0.09131,0.69035 right font F(9) tc rgb soft front
set arrow from screen 0.10376,0.82440 to screen 0.62255,0.82440 nohead lw 0.6 lc rgb hair back
set label "\061\060\060 \045" at screen 0.09131,0.82440 right font F(9) tc rgb soft front
set arrow from screen 0.10376,0.15416 to screen 0.62255,0.82440 nohead back lw 1.2 dt (6,4) lc rgb soft
set label "Xác suất dự báo" at screen 0.36315,0.08981 center font F(9) tc rgb soft front
set label "Tỷ lệ thực tế" at screen 0.02075,0.86461 left font F(9) tc rgb soft front
set label "n \075 \064\061" at screen 0.14215,0.16756 left font F(7) tc rgb soft front
set label "n \075 \063\066" at screen 0.16913,0.26810 right font F(7) tc rgb soft front
set label "n \075 \065\062" at screen 0.27185,0.34182 left font F(7) tc rgb soft front
set label "n \075 \063\070" at screen 0.35070,0.52279 right font F(7) tc rgb soft front
set label "n \075 \062\071" at screen 0.47936,0.59651 left font F(7) tc rgb soft front
$data << EOD
# forecast, observed, low, high
0.05	0.02	0	0.1
0.15	0.17	0.08	0.3
0.3	0.28	0.18	0.4
0.5	0.55	0.4	0.68
0.7	0.66	0.5	0.8
0.9	NaN	NaN	NaN
EOD
plot $corner with lines, $data using 1:3:(0):($4-$3) with vectors nohead lw 1.6 lc rgb cAm, \
     $data using 1:2 with points pt 7 ps 1.3*PS lc rgb cA
