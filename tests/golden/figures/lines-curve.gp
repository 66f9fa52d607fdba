# gnuplot -e "fmt='svg'" lines-curve.gp > lines-curve.svg      fmt: svg, png or pdf
W = 481.89; H = 322.00   # points
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
set label "Muốn chắc \070\060 \045\054 chỉ nên giao \061\067 hộ" at screen 0.02075,0.95186 left font B(11.5) tc rgb ink front
set label "Xác suất đạt chỉ tiêu theo số hộ được giao" at screen 0.02075,0.90295 left font F(9) tc rgb soft front
set label "Số liệu minh họa\054 dùng để kiểm tra hình vẽ\056" at screen 0.02075,0.03960 left font F(7) tc rgb soft front
set lmargin at screen 0.08978; set rmargin at screen 0.78943
set bmargin at screen 0.17547; set tmargin at screen 0.79969
set xrange [0:35]; set yrange [0:1]
$corner << EOD
# x, y
0	0
EOD
set arrow from screen 0.08978,0.17547 to screen 0.78943,0.17547 nohead lw 0.6 lc rgb hair back
set label "\060 \045" at screen 0.07733,0.17547 right font F(9) tc rgb soft front
set arrow from screen 0.08978,0.30031 to screen 0.78943,0.30031 nohead lw 0.6 lc rgb hair back
set label "\062\060 \045" at screen 0.07733,0.30031 right font F(9) tc rgb soft front
set arrow from screen 0.08978,0.42516 to screen 0.78943,0.42516 nohead lw 0.6 lc rgb hair back
set label "\064\060 \045" at screen 0.07733,0.42516 right font F(9) tc rgb soft front
set arrow from screen 0.08978,0.55000 to screen 0.78943,0.55000 nohead lw 0.6 lc rgb hair back
set label "\066\060 \045" at screen 0.07733,0.55000 right font F(9) tc rgb soft front
set arrow from screen 0.08978,0.67484 to screen 0.78943,0.67484 nohead lw 0.6 lc rgb hair back
set label "\070\060 \045" at screen 0.07733,0.67484 right font F(9) tc rgb soft front
set arrow from screen 0.08978,0.79969 to screen 0.78943,0.79969 nohead lw 0.6 lc rgb hair back
set label "\061\060\060 \045" at screen 0.07733,0.79969 right font F(9) tc rgb soft front
set label "\060" at screen 0.08978,0.14130 center font F(9) tc rgb soft front
set label "\065" at screen 0.18973,0.14130 center font F(9) tc rgb soft front
set label "\061\060" at screen 0.28968,0.14130 center font F(9) tc rgb soft front
set label "\061\065" at screen 0.38963,0.14130 center font F(9) tc rgb soft front
set label "\062\060" at screen 0.48958,0.14130 center font F(9) tc rgb soft front
set label "\062\065" at screen 0.58953,0.14130 center font F(9) tc rgb soft front
set label "\063\060" at screen 0.68948,0.14130 center font F(9) tc rgb soft front
set label "\063\065" at screen 0.78943,0.14130 center font F(9) tc rgb soft front
set label "Chỉ tiêu được giao \050hộ\051" at screen 0.43960,0.10404 center font F(9) tc rgb soft front
set arrow from screen 0.08978,0.73727 to screen 0.78943,0.73727 nohead front lw 1.6 dt (6,4) lc rgb cB
set arrow from screen 0.08978,0.67484 to screen 0.78943,0.67484 nohead front lw 1.6 dt (6,4) lc rgb cB
set arrow from screen 0.08978,0.48758 to screen 0.78943,0.48758 nohead front lw 1.6 dt (6,4) lc rgb cB
set arrow from screen 0.54955,0.17547 to screen 0.54955,0.81211 nohead front lw 1.6 dt (6,4) lc rgb cB
set label "đang giao \062\063 hộ\072 \063\071\054\066 \045" at screen 0.54955,0.83075 center font F(8.5) tc rgb cB front
set label "chắc \071\060 \045" at screen 0.80188,0.73727 left font F(8.5) tc rgb cB front
set label "chắc \070\060 \045" at screen 0.80188,0.67484 left font F(8.5) tc rgb cB front
set label "năm ăn năm thua" at screen 0.80188,0.48758 left font F(8.5) tc rgb cB front
$line0 << EOD
# x, y
0	1
1	1
2	1
3	1
4	1
5	1
6	1
7	1
8	0.9996429846483398
9	0.9971509971509971
10	0.9904492394764769
11	0.9776536312849161
12	0.9572649572649572
13	0.9283819628647214
14	0.8908685968819599
15	0.8454106280193237
16	0.7934258996882969
17	0.7368421052631579
18	0.6778019849915276
19	0.618374558303887
20	0.5603362017210326
21	0.5050505050505051
22	0.4534412955465587
23	0.4060324825986079
24	0.36302346687410864
25	0.3243744207599629
26	0.28988508127135315
27	0.25925925925925924
28	0.2321532211259431
29	0.2082093991671624
30	0.18707823879200908
31	0.16843118383060637
32	0.1519674355495251
33	0.13741656851197487
34	0.1245385402303963
35	0.11312217194570136
EOD
plot $corner with lines, \
 $line0 using 1:2 with linespoints lw 1 pt 7 ps 0.9*PS lc rgb cA
