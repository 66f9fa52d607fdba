# gnuplot -e "fmt='svg'" dots-zero.gp > dots-zero.svg      fmt: svg, png or pdf
W = 481.89; H = 124.00   # points
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
set lmargin at screen 0.16065; set rmargin at screen 0.84644
set bmargin at screen 0.29032; set tmargin at screen 0.61290
set xrange [0:0.05]; set yrange [-1.5:0.5]
$corner << EOD
# x, y
0	-1.5
EOD
set label "Không hộ nào" at screen 0.14820,0.53226 right font F(9) tc rgb ink front
set object rectangle from screen 0.16065,0.29032 to screen 0.97925,0.45161 behind fc rgb zebra fs solid noborder
set label "Không rõ" at screen 0.14820,0.37097 right font F(9) tc rgb ink front
set arrow from screen 0.16065,0.29032 to screen 0.16065,0.63710 nohead lw 0.6 lc rgb hair back
set label "\060 \045" at screen 0.16065,0.20968 center font F(9) tc rgb soft front
set arrow from screen 0.29781,0.29032 to screen 0.29781,0.63710 nohead lw 0.6 lc rgb hair back
set label "\061 \045" at screen 0.29781,0.20968 center font F(9) tc rgb soft front
set arrow from screen 0.43497,0.29032 to screen 0.43497,0.63710 nohead lw 0.6 lc rgb hair back
set label "\062 \045" at screen 0.43497,0.20968 center font F(9) tc rgb soft front
set arrow from screen 0.57212,0.29032 to screen 0.57212,0.63710 nohead lw 0.6 lc rgb hair back
set label "\063 \045" at screen 0.57212,0.20968 center font F(9) tc rgb soft front
set arrow from screen 0.70928,0.29032 to screen 0.70928,0.63710 nohead lw 0.6 lc rgb hair back
set label "\064 \045" at screen 0.70928,0.20968 center font F(9) tc rgb soft front
set arrow from screen 0.84644,0.29032 to screen 0.84644,0.63710 nohead lw 0.6 lc rgb hair back
set label "\065 \045" at screen 0.84644,0.20968 center font F(9) tc rgb soft front
set label '' at screen 0.16896,0.79032 point pt 7 ps 1.25*PS lc rgb cA front
set label "Hộ nghèo" at screen 0.18763,0.79032 left font B(9) tc rgb cA front
set label '' at screen 0.32918,0.79032 point pt 7 ps 1.4*PS lc rgb cB front
set label '' at screen 0.32918,0.79032 point pt 7 ps 0.756*PS lc rgb 'white' front
set label "Hộ cận nghèo" at screen 0.34785,0.79032 left font B(9) tc rgb cB front
set label "\050số hộ\051" at screen 0.92114,0.70968 center font F(7) tc rgb soft front
set label "nghèo" at screen 0.89209,0.79032 center font F(7.5) tc rgb cA front
set label "\060" at screen 0.89209,0.53226 center font F(8.5) tc rgb cA front
set label "\055" at screen 0.89209,0.37097 center font F(8.5) tc rgb cA front
set label "cận" at screen 0.95020,0.79032 center font F(7.5) tc rgb cB front
set label "\060" at screen 0.95020,0.53226 center font F(8.5) tc rgb cB front
set label "\055" at screen 0.95020,0.37097 center font F(8.5) tc rgb cB front
$data << EOD
# row; of each group: share, low, high
-0	0	0	0	0	0	0
-1	NaN	NaN	NaN	NaN	NaN	NaN
EOD
o = 0.17
plot $corner with lines, $data using 6:($1-o):($7-$6):(0) with vectors nohead lw 2.2 lc rgb cB, \
     $data using 5:($1-o) with points pt 7 ps 1.4*PS lc rgb cB, \
     $data using 5:($1-o) with points pt 7 ps 0.75*PS lc rgb 'white', $data using 3:($1+o):($4-$3):(0) with vectors nohead lw 2.2 lc rgb cA, \
     $data using 2:($1+o) with points pt 7 ps 1.25*PS lc rgb cA
