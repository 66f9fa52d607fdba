# gnuplot -e "fmt='svg'" bars-plain.gp > bars-plain.svg      fmt: svg, png or pdf
W = 481.89; H = 147.50   # points
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
set label "Việc làm góp gần một phần ba chỉ số" at screen 0.02075,0.89492 left font B(11.5) tc rgb ink front
set label "Số liệu minh họa\054 dùng để kiểm tra hình vẽ\056" at screen 0.02075,0.08644 left font F(7) tc rgb soft front
set lmargin at screen 0.15699; set rmargin at screen 0.91492
set bmargin at screen 0.30847; set tmargin at screen 0.73559
set xrange [0:0.4]; set yrange [-2.5:0.5]
$corner << EOD
# x, y
0	-2.5
EOD
set arrow from screen 0.15699,0.30847 to screen 0.15699,0.75593 nohead lw 0.6 lc rgb hair back
set label "\060 \045" at screen 0.15699,0.24068 center font F(9) tc rgb soft front
set arrow from screen 0.34648,0.30847 to screen 0.34648,0.75593 nohead lw 0.6 lc rgb hair back
set label "\061\060 \045" at screen 0.34648,0.24068 center font F(9) tc rgb soft front
set arrow from screen 0.53596,0.30847 to screen 0.53596,0.75593 nohead lw 0.6 lc rgb hair back
set label "\062\060 \045" at screen 0.53596,0.24068 center font F(9) tc rgb soft front
set arrow from screen 0.72544,0.30847 to screen 0.72544,0.75593 nohead lw 0.6 lc rgb hair back
set label "\063\060 \045" at screen 0.72544,0.24068 center font F(9) tc rgb soft front
set arrow from screen 0.91492,0.30847 to screen 0.91492,0.75593 nohead lw 0.6 lc rgb hair back
set label "\064\060 \045" at screen 0.91492,0.24068 center font F(9) tc rgb soft front
set label "Việc làm" at screen 0.14454,0.66441 right font F(9) tc rgb ink front
set label "\063\062 \045" at screen 0.77371,0.66441 left font F(8.5) tc rgb ink front
set label "Bảo hiểm y tế" at screen 0.14454,0.52203 right font F(9) tc rgb ink front
set label "\062\070 \045" at screen 0.69792,0.52203 left font F(8.5) tc rgb ink front
set label "Khác" at screen 0.14454,0.37966 right font F(9) tc rgb ink front
set label "\060 \045" at screen 0.16737,0.37966 left font F(8.5) tc rgb ink front
$data << EOD
# row, value, goal, strong
-0	0.32	NaN	1
-1	0.28	NaN	0
-2	0	NaN	0
EOD
set style fill solid 1 noborder
plot $corner with lines, $data using (0):($4 > 0 ? NaN : $1):(0):2:($1-0.3):($1+0.3) with boxxyerror lc rgb cAl, \
     $data using (0):($4 > 0 ? $1 : NaN):(0):2:($1-0.3):($1+0.3) with boxxyerror lc rgb cA, \
     $data using 3:($1-0.4):(0):(0.8) with vectors nohead lw 3 lc rgb cB
