# gnuplot -e "fmt='svg'" histogram-empty.gp > histogram-empty.svg      fmt: svg, png or pdf
W = 481.89; H = 260.50   # points
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
set label "Chưa có dự báo nào để chấm" at screen 0.02075,0.94050 left font B(11.5) tc rgb ink front
set label "Số liệu minh họa\054 dùng để kiểm tra hình vẽ\056" at screen 0.02075,0.04894 left font F(7) tc rgb soft front
set lmargin at screen 0.06372; set rmargin at screen 0.95020
set bmargin at screen 0.22073; set tmargin at screen 0.79655
set xrange [0:10]; set yrange [0:1]
$corner << EOD
# x, y
0	0
EOD
set arrow from screen 0.06372,0.22073 to screen 0.95020,0.22073 nohead lw 0.6 lc rgb hair back
set label "\060\054\060" at screen 0.05127,0.22073 right font F(9) tc rgb soft front
set arrow from screen 0.06372,0.50864 to screen 0.95020,0.50864 nohead lw 0.6 lc rgb hair back
set label "\060\054\065" at screen 0.05127,0.50864 right font F(9) tc rgb soft front
set arrow from screen 0.06372,0.79655 to screen 0.95020,0.79655 nohead lw 0.6 lc rgb hair back
set label "\061\054\060" at screen 0.05127,0.79655 right font F(9) tc rgb soft front
set arrow from screen 0.06372,0.22073 to screen 0.06372,0.22073 nohead lw 0.6 lc rgb hair back
set label "\060" at screen 0.06372,0.18234 center font F(9) tc rgb soft front
set arrow from screen 0.24102,0.22073 to screen 0.24102,0.22073 nohead lw 0.6 lc rgb hair back
set label "\062" at screen 0.24102,0.18234 center font F(9) tc rgb soft front
set arrow from screen 0.41831,0.22073 to screen 0.41831,0.22073 nohead lw 0.6 lc rgb hair back
set label "\064" at screen 0.41831,0.18234 center font F(9) tc rgb soft front
set arrow from screen 0.59561,0.22073 to screen 0.59561,0.22073 nohead lw 0.6 lc rgb hair back
set label "\066" at screen 0.59561,0.18234 center font F(9) tc rgb soft front
set arrow from screen 0.77290,0.22073 to screen 0.77290,0.22073 nohead lw 0.6 lc rgb hair back
set label "\070" at screen 0.77290,0.18234 center font F(9) tc rgb soft front
set arrow from screen 0.95020,0.22073 to screen 0.95020,0.22073 nohead lw 0.6 lc rgb hair back
set label "\061\060" at screen 0.95020,0.18234 center font F(9) tc rgb soft front
$data << EOD
# middle, height
2.5	0
7.5	0
EOD
set boxwidth 4.5
set style fill solid 1 noborder
plot $corner with lines, $data using 1:2 with boxes lc rgb cAm
