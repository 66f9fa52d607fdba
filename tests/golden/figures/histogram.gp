# gnuplot -e "fmt='svg'" histogram.gp > histogram.svg      fmt: svg, png or pdf
W = 481.89; H = 273.00   # points
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
set label "Dự báo hơi quá tự tin\072 hai đầu cao hơn giữa" at screen 0.02075,0.94322 left font B(11.5) tc rgb ink front
set label "Vị trí của kết quả thực tế trong phân bố dự báo \050PIT\051" at screen 0.02075,0.88553 left font F(9) tc rgb soft front
set label "Số liệu minh họa\054 dùng để kiểm tra hình vẽ\056" at screen 0.02075,0.04670 left font F(7) tc rgb soft front
set lmargin at screen 0.05872; set rmargin at screen 0.95020
set bmargin at screen 0.21062; set tmargin at screen 0.76007
set xrange [0:1]; set yrange [0:80]
$corner << EOD
# x, y
0	0
EOD
set arrow from screen 0.05872,0.21062 to screen 0.95020,0.21062 nohead lw 0.6 lc rgb hair back
set label "\060" at screen 0.04627,0.21062 right font F(9) tc rgb soft front
set arrow from screen 0.05872,0.34799 to screen 0.95020,0.34799 nohead lw 0.6 lc rgb hair back
set label "\062\060" at screen 0.04627,0.34799 right font F(9) tc rgb soft front
set arrow from screen 0.05872,0.48535 to screen 0.95020,0.48535 nohead lw 0.6 lc rgb hair back
set label "\064\060" at screen 0.04627,0.48535 right font F(9) tc rgb soft front
set arrow from screen 0.05872,0.62271 to screen 0.95020,0.62271 nohead lw 0.6 lc rgb hair back
set label "\066\060" at screen 0.04627,0.62271 right font F(9) tc rgb soft front
set arrow from screen 0.05872,0.76007 to screen 0.95020,0.76007 nohead lw 0.6 lc rgb hair back
set label "\070\060" at screen 0.04627,0.76007 right font F(9) tc rgb soft front
set arrow from screen 0.05872,0.21062 to screen 0.05872,0.21062 nohead lw 0.6 lc rgb hair back
set label "\060 \045" at screen 0.05872,0.17399 center font F(9) tc rgb soft front
set arrow from screen 0.23701,0.21062 to screen 0.23701,0.21062 nohead lw 0.6 lc rgb hair back
set label "\062\060 \045" at screen 0.23701,0.17399 center font F(9) tc rgb soft front
set arrow from screen 0.41531,0.21062 to screen 0.41531,0.21062 nohead lw 0.6 lc rgb hair back
set label "\064\060 \045" at screen 0.41531,0.17399 center font F(9) tc rgb soft front
set arrow from screen 0.59361,0.21062 to screen 0.59361,0.21062 nohead lw 0.6 lc rgb hair back
set label "\066\060 \045" at screen 0.59361,0.17399 center font F(9) tc rgb soft front
set arrow from screen 0.77190,0.21062 to screen 0.77190,0.21062 nohead lw 0.6 lc rgb hair back
set label "\070\060 \045" at screen 0.77190,0.17399 center font F(9) tc rgb soft front
set arrow from screen 0.95020,0.21062 to screen 0.95020,0.21062 nohead lw 0.6 lc rgb hair back
set label "\061\060\060 \045" at screen 0.95020,0.17399 center font F(9) tc rgb soft front
set label "Vị trí trong phân bố dự báo" at screen 0.50446,0.12271 center font F(9) tc rgb soft front
set object rectangle from screen 0.05872,0.46474 to screen 0.95020,0.65018 behind fc rgb '#eeeeee' fs solid noborder
set arrow from screen 0.05872,0.55403 to screen 0.95020,0.55403 nohead front lw 1.6 dt (6,4) lc rgb cB
set label "nếu dự báo đúng\072 \065\060" at screen 0.95020,0.81502 right font F(8.5) tc rgb cB front
$data << EOD
# middle, height
0.05	62
0.15000000000000002	51
0.25	44
0.35000000000000003	39
0.45	41
0.55	45
0.65	47
0.75	49
0.8500000000000001	55
0.9500000000000001	67
EOD
set boxwidth 0.09
set style fill solid 1 noborder
plot $corner with lines, $data using 1:2 with boxes lc rgb cAm
