# gnuplot -e "fmt='svg'" law-beyond.gp > law-beyond.svg      fmt: svg, png or pdf
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
set lmargin at screen 0.07909; set rmargin at screen 0.97925
set bmargin at screen 0.18371; set tmargin at screen 0.68850
set xrange [-0.5:15.1886325]; set yrange [0:0.3765727153]
$corner << EOD
# x, y
-0.5	0
EOD
set arrow from screen 0.07909,0.18371 to screen 0.97925,0.18371 nohead lw 0.6 lc rgb hair back
set label "\060 \045" at screen 0.06664,0.18371 right font F(9) tc rgb soft front
set arrow from screen 0.07909,0.31776 to screen 0.97925,0.31776 nohead lw 0.6 lc rgb hair back
set label "\061\060 \045" at screen 0.06664,0.31776 right font F(9) tc rgb soft front
set arrow from screen 0.07909,0.45180 to screen 0.97925,0.45180 nohead lw 0.6 lc rgb hair back
set label "\062\060 \045" at screen 0.06664,0.45180 right font F(9) tc rgb soft front
set arrow from screen 0.07909,0.58585 to screen 0.97925,0.58585 nohead lw 0.6 lc rgb hair back
set label "\063\060 \045" at screen 0.06664,0.58585 right font F(9) tc rgb soft front
set label "\060" at screen 0.10778,0.15495 center font F(9) tc rgb soft front
set label "\061" at screen 0.16516,0.15495 center font F(9) tc rgb soft front
set label "\062" at screen 0.22254,0.15495 center font F(9) tc rgb soft front
set label "\063" at screen 0.27991,0.15495 center font F(9) tc rgb soft front
set label "\064" at screen 0.33729,0.15495 center font F(9) tc rgb soft front
set label "\065" at screen 0.39466,0.15495 center font F(9) tc rgb soft front
set label "\066" at screen 0.45204,0.15495 center font F(9) tc rgb soft front
set label "\067" at screen 0.50942,0.15495 center font F(9) tc rgb soft front
set label "\070" at screen 0.56679,0.15495 center font F(9) tc rgb soft front
set label "\071" at screen 0.62417,0.15495 center font F(9) tc rgb soft front
set label "\061\060" at screen 0.68154,0.15495 center font F(9) tc rgb soft front
set label "\061\061" at screen 0.73892,0.15495 center font F(9) tc rgb soft front
set label "\061\062" at screen 0.79630,0.15495 center font F(9) tc rgb soft front
set label "\061\063" at screen 0.85367,0.15495 center font F(9) tc rgb soft front
set label "Số hộ thoát nghèo" at screen 0.52917,0.10703 center font F(9) tc rgb soft front
set arrow from screen 0.82498,0.18371 to screen 0.82498,0.81310 nohead front lw 1.6 dt (6,4) lc rgb cB
set label "Chỉ tiêu\072 \061\063 hộ\054 nhiều hơn số hộ nghèo đang có" at screen 0.77229,0.83546 center font F(9) tc rgb cB front
set label "\066\060\054\064 \045" at screen 0.80631,0.78115 right font B(17) tc rgb soft front
set label "không đạt" at screen 0.80631,0.73003 right font F(9) tc rgb soft front
set label "\063\071\054\066 \045" at screen 0.84366,0.78115 left font B(17) tc rgb cA front
set label "đạt hoặc vượt" at screen 0.84366,0.73003 left font F(9) tc rgb cA front
$law << EOD
# count, probability, reaches the quota
0	0.28242953648100017	0
1	0.37657271530800024	0
2	0.23012777046600016	0
3	0.08523250758000003	0
4	0.02130812689500001	0
5	0.003788111448000002	0
6	0.0004910514840000003	0
7	4.676680800000003e-05	0
8	3.247695000000003e-06	0
9	1.6038000000000014e-07	0
10	5.346000000000003e-09	0
11	1.0800000000000007e-10	0
12	1.0000000000000006e-12	0
EOD
set boxwidth 0.82
set style fill solid 1 noborder
plot $corner with lines, $law using 1:($3 > 0 ? NaN : $2) with boxes lc rgb cAl, \
     $law using 1:($3 > 0 ? $2 : NaN) with boxes lc rgb cA
