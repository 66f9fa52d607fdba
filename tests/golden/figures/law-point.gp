# gnuplot -e "fmt='svg'" law-point.gp > law-point.svg      fmt: svg, png or pdf
W = 481.89; H = 313.00   # points
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
set label "Thiếu hụt việc làm và bảo hiểm y tế chi phối nghèo ở xã" at screen 0.02075,0.95048 left font B(11.5) tc rgb ink front
set label "Tỷ lệ hộ thiếu hụt theo \061\062 chỉ số\054 cuối năm \062\060\062\063" at screen 0.02075,0.90016 left font F(9) tc rgb soft front
set label "Nguồn\072 rà soát cuối năm \062\060\062\063\054 xã Cẩm Bình\073 \066\067 hộ nghèo\054 \065\067 hộ cận nghèo\056 Vạch ngang\072 khoảng tin cậy Wilson \071\065 \045\056" at screen 0.02075,0.04073 left font F(7) tc rgb soft front
set lmargin at screen 0.08978; set rmargin at screen 0.97925
set bmargin at screen 0.18371; set tmargin at screen 0.68850
set xrange [-6.579264706:6.027411765]; set yrange [0:1]
$corner << EOD
# x, y
-6.579264705882352	0
EOD
set arrow from screen 0.08978,0.18371 to screen 0.97925,0.18371 nohead lw 0.6 lc rgb hair back
set label "\060 \045" at screen 0.07733,0.18371 right font F(9) tc rgb soft front
set arrow from screen 0.08978,0.28466 to screen 0.97925,0.28466 nohead lw 0.6 lc rgb hair back
set label "\062\060 \045" at screen 0.07733,0.28466 right font F(9) tc rgb soft front
set arrow from screen 0.08978,0.38562 to screen 0.97925,0.38562 nohead lw 0.6 lc rgb hair back
set label "\064\060 \045" at screen 0.07733,0.38562 right font F(9) tc rgb soft front
set arrow from screen 0.08978,0.48658 to screen 0.97925,0.48658 nohead lw 0.6 lc rgb hair back
set label "\066\060 \045" at screen 0.07733,0.48658 right font F(9) tc rgb soft front
set arrow from screen 0.08978,0.58754 to screen 0.97925,0.58754 nohead lw 0.6 lc rgb hair back
set label "\070\060 \045" at screen 0.07733,0.58754 right font F(9) tc rgb soft front
set arrow from screen 0.08978,0.68850 to screen 0.97925,0.68850 nohead lw 0.6 lc rgb hair back
set label "\061\060\060 \045" at screen 0.07733,0.68850 right font F(9) tc rgb soft front
set label "\060" at screen 0.55398,0.15495 center font F(9) tc rgb soft front
set label "Số hộ thoát nghèo" at screen 0.53451,0.10703 center font F(9) tc rgb soft front
set arrow from screen 0.51870,0.18371 to screen 0.51870,0.81310 nohead front lw 1.6 dt (6,4) lc rgb cB
set label "Chỉ tiêu\072 \062\063 hộ" at screen 0.51870,0.83546 center font F(9) tc rgb cB front
set label "\060 \045" at screen 0.50003,0.78115 right font B(17) tc rgb soft front
set label "không đạt" at screen 0.50003,0.73003 right font F(9) tc rgb soft front
set label "\061\060\060 \045" at screen 0.53738,0.78115 left font B(17) tc rgb cA front
set label "đạt hoặc vượt" at screen 0.53738,0.73003 left font F(9) tc rgb cA front
$law << EOD
# count, probability, reaches the quota
0	1	1
EOD
set boxwidth 0.82
set style fill solid 1 noborder
plot $corner with lines, $law using 1:($3 > 0 ? NaN : $2) with boxes lc rgb cAl, \
     $law using 1:($3 > 0 ? $2 : NaN) with boxes lc rgb cA
