# gnuplot -e "fmt='svg'" law.gp > law.svg      fmt: svg, png or pdf
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
set label "Khả năng đạt chỉ tiêu giảm \062\063 hộ nghèo\072 \063\071\054\066 \045" at screen 0.02075,0.95048 left font B(11.5) tc rgb ink front
set label "Phân bố xác suất của số hộ thoát nghèo năm \062\060\062\064" at screen 0.02075,0.90016 left font F(9) tc rgb soft front
set label "Nguồn\072 rà soát cuối năm \062\060\062\063\054 xã Cẩm Bình\073 \066\067 hộ nghèo\054 \065\067 hộ cận nghèo\056 Vạch ngang\072 khoảng tin cậy Wilson \071\065 \045\056" at screen 0.02075,0.04073 left font F(7) tc rgb soft front
set lmargin at screen 0.07909; set rmargin at screen 0.97925
set bmargin at screen 0.18371; set tmargin at screen 0.68850
set xrange [10.5:33.5]; set yrange [0:0.1038950645]
$corner << EOD
# x, y
10.5	0
EOD
set arrow from screen 0.07909,0.18371 to screen 0.97925,0.18371 nohead lw 0.6 lc rgb hair back
set label "\060 \045" at screen 0.06664,0.18371 right font F(9) tc rgb soft front
set arrow from screen 0.07909,0.28088 to screen 0.97925,0.28088 nohead lw 0.6 lc rgb hair back
set label "\062 \045" at screen 0.06664,0.28088 right font F(9) tc rgb soft front
set arrow from screen 0.07909,0.37805 to screen 0.97925,0.37805 nohead lw 0.6 lc rgb hair back
set label "\064 \045" at screen 0.06664,0.37805 right font F(9) tc rgb soft front
set arrow from screen 0.07909,0.47523 to screen 0.97925,0.47523 nohead lw 0.6 lc rgb hair back
set label "\066 \045" at screen 0.06664,0.47523 right font F(9) tc rgb soft front
set arrow from screen 0.07909,0.57240 to screen 0.97925,0.57240 nohead lw 0.6 lc rgb hair back
set label "\070 \045" at screen 0.06664,0.57240 right font F(9) tc rgb soft front
set arrow from screen 0.07909,0.66957 to screen 0.97925,0.66957 nohead lw 0.6 lc rgb hair back
set label "\061\060 \045" at screen 0.06664,0.66957 right font F(9) tc rgb soft front
set label "\061\062" at screen 0.13780,0.15495 center font F(9) tc rgb soft front
set label "\061\064" at screen 0.21607,0.15495 center font F(9) tc rgb soft front
set label "\061\066" at screen 0.29435,0.15495 center font F(9) tc rgb soft front
set label "\061\070" at screen 0.37262,0.15495 center font F(9) tc rgb soft front
set label "\062\060" at screen 0.45090,0.15495 center font F(9) tc rgb soft front
set label "\062\062" at screen 0.52917,0.15495 center font F(9) tc rgb soft front
set label "\062\064" at screen 0.60745,0.15495 center font F(9) tc rgb soft front
set label "\062\066" at screen 0.68572,0.15495 center font F(9) tc rgb soft front
set label "\062\070" at screen 0.76399,0.15495 center font F(9) tc rgb soft front
set label "\063\060" at screen 0.84227,0.15495 center font F(9) tc rgb soft front
set label "\063\062" at screen 0.92054,0.15495 center font F(9) tc rgb soft front
set label "Số hộ thoát nghèo" at screen 0.52917,0.10703 center font F(9) tc rgb soft front
set arrow from screen 0.54874,0.18371 to screen 0.54874,0.81310 nohead front lw 1.6 dt (6,4) lc rgb cB
set label "Chỉ tiêu\072 \062\063 hộ" at screen 0.54874,0.83546 center font F(9) tc rgb cB front
set label "\066\060\054\064 \045" at screen 0.53006,0.78115 right font B(17) tc rgb soft front
set label "không đạt" at screen 0.53006,0.73003 right font F(9) tc rgb soft front
set label "\063\071\054\066 \045" at screen 0.56742,0.78115 left font B(17) tc rgb cA front
set label "đạt hoặc vượt" at screen 0.56742,0.73003 left font F(9) tc rgb cA front
$law << EOD
# count, probability, reaches the quota
0	5.999252640334492e-12	0
1	1.8915290677760512e-10	0
2	2.937433375840458e-09	0
3	2.995030108700072e-08	0
4	2.2550814936094678e-07	0
5	1.3371306738578492e-06	0
6	6.502125629740125e-06	0
7	2.6664179053051947e-05	0
8	9.410886724606579e-05	0
9	0.0002903227800009349	0
10	0.0007924104112966694	0
11	0.0019322949066913448	0
12	0.004243471167635892	0
13	0.008448539881266029	0
14	0.015335164826499686	0
15	0.02549847014288578	0
16	0.03899766021853117	0
17	0.05505552030851463	0
18	0.07196800040328707	0
19	0.08734196952968584	0
20	0.09864504793940995	0
21	0.10389506449640931	0
22	0.10222829875582524	0
23	0.09412324182122031	1
24	0.08120436549281736	1
25	0.06572776877536286	1
26	0.04996500069801339	1
27	0.0357048371001054	1
28	0.02400325183200366	1
29	0.015190698928164582	1
30	0.009054847988553003	1
31	0.005085834923361843	1
32	0.0026925008417797948	1
33	0.001343850687519328	1
34	0.0006324003235385079	1
35	0.0002805944292675064	1
36	0.0001173728331576497	1
37	4.6277365060567724e-05	1
38	1.7192829124669143e-05	1
39	6.0161936001858794e-06	1
40	1.981804950649466e-06	1
41	6.141605012055739e-07	1
42	1.7891510399266019e-07	1
43	4.895078084614509e-08	1
44	1.2564906313449006e-08	1
45	3.0221474008818535e-09	1
46	6.801763971294193e-10	1
47	1.4301581316363258e-10	1
48	2.8042316306594627e-11	1
49	5.116965280435032e-12	1
50	8.668741180972294e-13	1
51	1.3598025381917317e-13	1
52	1.9689448516803375e-14	1
53	2.622346084368929e-15	1
54	3.1993764863760365e-16	1
55	3.5586647548995506e-17	1
56	3.5885695007390415e-18	1
57	3.2589692060375197e-19	1
58	2.6441940819777035e-20	1
59	1.8981253629351417e-21	1
60	1.1909806198808722e-22	1
61	6.431525044679746e-24	1
62	2.928967762282992e-25	1
63	1.0939188654651693e-26	1
64	3.217408427838735e-28	1
65	6.98803640435563e-30	1
66	9.965114302111401e-32	1
67	6.999202319305647e-34	1
EOD
set boxwidth 0.82
set style fill solid 1 noborder
plot $corner with lines, $law using 1:($3 > 0 ? NaN : $2) with boxes lc rgb cAl, \
     $law using 1:($3 > 0 ? $2 : NaN) with boxes lc rgb cA
