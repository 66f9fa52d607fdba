# gnuplot -e "fmt='svg'" panels.gp > panels.svg      fmt: svg, png or pdf
W = 481.89; H = 287.00   # points
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
set label "Xã Minh Sơn khó đạt chỉ tiêu nhất\072 xác suất \062\064 \045" at screen 0.02075,0.94599 left font B(11.5) tc rgb ink front
set label "Xác suất của từng số hộ thoát nghèo\054 theo xã" at screen 0.02075,0.89111 left font F(9) tc rgb soft front
set label "Số liệu minh họa\054 dùng để kiểm tra hình vẽ\056" at screen 0.02075,0.04443 left font F(7) tc rgb soft front
set lmargin at screen 0.00000; set rmargin at screen 1.00000
set bmargin at screen 0.00000; set tmargin at screen 1.00000
set xrange [0:481.89]; set yrange [0:287]
$corner << EOD
# x, y
0	0
EOD
set label "Minh Sơn" at screen 0.02075,0.81359 left font B(8.5) tc rgb ink front
set label "\062\064 \045" at screen 0.23236,0.81359 right font B(9) tc rgb cA front
set arrow from screen 0.02075,0.53136 to screen 0.23236,0.53136 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.15440,0.53136 to screen 0.15440,0.76829 nohead front lw 1.3 dt (5,3) lc rgb cB
set label "\061\062" at screen 0.15997,0.50348 center font B(8) tc rgb cB front
set label "\060" at screen 0.02632,0.50348 center font F(8) tc rgb soft front
set label "\061\070" at screen 0.22679,0.50348 center font F(8) tc rgb soft front
$p0 << EOD
# bar, probability, met
0	0.0014783664493001176	0
1	0.00380144847664317	0
2	0.008747041295227184	0
3	0.01801019034030532	0
4	0.033183369735171345	0
5	0.05471012751588388	0
6	0.08071607320285455	0
7	0.10656077775312912	0
8	0.12588668440172096	0
9	0.1330783067769349	0
10	0.12588668440172096	0
11	0.10656077775312912	0
12	0.08071607320285455	1
13	0.05471012751588388	1
14	0.033183369735171345	1
15	0.01801019034030532	1
16	0.008747041295227184	1
17	0.00380144847664317	1
18	0.0014783664493001176	1
EOD
set label "Cẩm Bình" at screen 0.26971,0.81359 left font B(8.5) tc rgb ink front
set label "\065\063 \045" at screen 0.48132,0.81359 right font B(9) tc rgb cA front
set arrow from screen 0.26971,0.53136 to screen 0.48132,0.53136 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.37281,0.53136 to screen 0.37281,0.76829 nohead front lw 1.3 dt (5,3) lc rgb cB
set label "\062\063" at screen 0.37552,0.50348 center font B(8) tc rgb cB front
set label "\064" at screen 0.27243,0.50348 center font F(8) tc rgb soft front
set label "\064\062" at screen 0.47861,0.50348 center font F(8) tc rgb soft front
$p1 << EOD
# bar, probability, met
0	0.00044184879161377144	0
1	0.0007386739446496363	0
2	0.0012010695411703012	0
3	0.0018994146836555498	0
4	0.0029215121243116996	0
5	0.004370507393899239	0
6	0.006359050735648767	0
7	0.008998890869623207	0
8	0.012385739586616883	0
9	0.016580253583710996	0
10	0.021587216980245204	0
11	0.027336216757066347	0
12	0.03366793085032651	0
13	0.04033023085555533	0
14	0.046987382621654944	0
15	0.053243679931387386	0
16	0.058680139644403086	0
17	0.0628999757062301	0
18	0.06557617500905584	0
19	0.06649330946380069	1
20	0.06557617500905584	1
21	0.0628999757062301	1
22	0.058680139644403086	1
23	0.053243679931387386	1
24	0.046987382621654944	1
25	0.04033023085555533	1
26	0.03366793085032651	1
27	0.027336216757066347	1
28	0.021587216980245204	1
29	0.016580253583710996	1
30	0.012385739586616883	1
31	0.008998890869623207	1
32	0.006359050735648767	1
33	0.004370507393899239	1
34	0.0029215121243116996	1
35	0.0018994146836555498	1
36	0.0012010695411703012	1
37	0.0007386739446496363	1
38	0.00044184879161377144	1
EOD
set label "Xã có tên dài lắ…" at screen 0.51868,0.81359 left font B(7.5) tc rgb ink front
set label "\071\071\054\071 \045" at screen 0.73029,0.81359 right font B(9) tc rgb cA front
set arrow from screen 0.51868,0.53136 to screen 0.73029,0.53136 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.52731,0.53136 to screen 0.52731,0.76829 nohead front lw 1.3 dt (5,3) lc rgb cB
set label "\071\060" at screen 0.52947,0.50348 center font B(8) tc rgb cB front
set label "\062\067\064" at screen 0.72813,0.50348 center font F(8) tc rgb soft front
$p2 << EOD
# bar, probability, met
0	0.00030328502017888225	0
1	0.0004613199158406491	0
2	0.0006893555560626013	1
3	0.001011985282812168	1
4	0.001459469289815883	1
5	0.0020677859523888184	1
6	0.002878101212698	1
7	0.003935468252352839	1
8	0.005286602283975331	1
9	0.006976646951814812	1
10	0.00904496186650352	1
11	0.011520110000850271	1
12	0.014414394658103269	1
13	0.017718464900299068	1
14	0.021396645043852375	1
15	0.02538371487640685	1
16	0.029583843234112707	1
17	0.03387224016263195	1
18	0.03809984124191682	1
19	0.04210099239909103	1
20	0.04570370661188056	1
21	0.04874167369432265	1
22	0.05106688632782393	1
23	0.05256155999472396	1
24	0.05314801409474898	1
25	0.05279536107288163	1
26	0.05152220187097736	1
27	0.049395000312404125	1
28	0.04652233415514712	1
29	0.04304571493097344	1
30	0.03912805656161365	1
31	0.03494109825951145	1
32	0.030653124181543714	1
33	0.026418177531665733	1
34	0.022367676740008613	1
35	0.01860496302141683	1
36	0.015202907433240789	1
37	0.012204342684520232	1
38	0.009624807098737111	1
39	0.007456921440024201	1
40	0.005675668079975802	1
41	0.004243891711044362	1
42	0.0031174641988460515	1
43	0.002249720295282676	1
44	0.0015949440092145732	1
45	0.0011108418017774866	1
46	0.0007600616786946285	1
47	0.00051089929226987	1
48	0.00033737399191022537	1
EOD
set label "\140touch x\140 \044\050y\051 \134n \173\057…" at screen 0.76764,0.81359 left font B(7.5) tc rgb ink front
set label "\060\054\060 \045" at screen 0.97925,0.81359 right font B(9) tc rgb cA front
set arrow from screen 0.76764,0.53136 to screen 0.97925,0.53136 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.97219,0.53136 to screen 0.97219,0.76829 nohead front lw 1.3 dt (5,3) lc rgb cB
set label "\062\071" at screen 0.97572,0.50348 center font B(8) tc rgb cB front
set label "\060" at screen 0.77117,0.50348 center font F(8) tc rgb soft front
$p3 << EOD
# bar, probability, met
0	0.027309325387593637	0
1	0.06551166596720681	0
2	0.12239190510788424	0
3	0.17807917115073715	0
4	0.2017901373128804	0
5	0.17807917115073715	0
6	0.12239190510788424	0
7	0.06551166596720681	0
8	0.027309325387593637	0
9	0.008866039868974294	0
10	0.002241685936860228	0
11	0.00044141413310883065	0
12	6.769304974778757e-05	0
13	8.084781862404985e-06	0
14	7.520018553112363e-07	0
15	5.447483168805228e-08	0
16	3.0732597039579485e-09	0
17	1.350296076202931e-10	0
18	4.620459089129032e-12	0
19	1.2313106400484796e-13	0
20	2.555503705104763e-15	0
21	4.130587030749868e-17	0
22	5.199641708783244e-19	0
23	5.097549362278206e-21	0
24	3.892026966628362e-23	0
25	2.3142838300823e-25	0
26	1.0717260343441195e-27	0
27	3.86524760737383e-30	0
28	1.0856685039995242e-32	0
29	2.3748902097898593e-35	1
EOD
set label "Không giao" at screen 0.02075,0.43728 left font B(8.5) tc rgb ink front
set arrow from screen 0.02075,0.15505 to screen 0.23236,0.15505 nohead lw 0.6 lc rgb hair back
set label "\060" at screen 0.03133,0.12718 center font F(8) tc rgb soft front
set label "\071" at screen 0.22178,0.12718 center font F(8) tc rgb soft front
$p4 << EOD
# bar, probability, met
0	0.06735159155312055	1
1	0.12582933864574367	1
2	0.1830806074366433	1
3	0.20745750710336727	1
4	0.1830806074366433	1
5	0.12582933864574367	1
6	0.06735159155312055	1
7	0.0280763204833958	1
8	0.00911504671927822	1
9	0.0023046447282436856	1
EOD
set label "Một hộ" at screen 0.26971,0.43728 left font B(8.5) tc rgb ink front
set label "\061\060\060 \045" at screen 0.48132,0.43728 right font B(9) tc rgb cA front
set arrow from screen 0.26971,0.15505 to screen 0.48132,0.15505 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.26971,0.15505 to screen 0.26971,0.39199 nohead front lw 1.3 dt (5,3) lc rgb cB
set label "\060" at screen 0.32262,0.12718 center font B(8) tc rgb cB front
set label "\061" at screen 0.42842,0.12718 center font F(8) tc rgb soft front
$p5 << EOD
# bar, probability, met
0	0.37754066879814546	1
1	0.6224593312018546	1
EOD
set label "Không hộ nào" at screen 0.51868,0.43728 left font B(8.5) tc rgb ink front
set label "\055" at screen 0.73029,0.43728 right font B(9) tc rgb cA front
set arrow from screen 0.51868,0.15505 to screen 0.73029,0.15505 nohead lw 0.6 lc rgb hair back
set label "\060" at screen 0.62448,0.12718 center font F(8) tc rgb soft front
$p6 << EOD
# bar, probability, met
0	1	1
EOD
plot $corner with lines, \
 $p0 using (12.683+5.3670*$1):(152.500):(10.429+5.3670*$1):(14.938+5.3670*$1):(152.500):(152.500+480.920*$2):($3 > 0 ? 0x004488 : 0xBFD0E4) with boxxyerror fs solid 1 noborder lc rgb variable, \
 $p1 using (131.280+2.6147*$1):(152.500):(130.182+2.6147*$1):(132.378+2.6147*$1):(152.500):(152.500+962.503*$2):($3 > 0 ? 0x004488 : 0xBFD0E4) with boxxyerror fs solid 1 noborder lc rgb variable, \
 $p2 using (250.986+2.0811*$1):(152.500):(250.111+2.0811*$1):(251.860+2.0811*$1):(152.500):(152.500+1204.184*$2):($3 > 0 ? 0x004488 : 0xBFD0E4) with boxxyerror fs solid 1 noborder lc rgb variable, \
 $p3 using (371.617+3.3991*$1):(152.500):(370.189+3.3991*$1):(373.045+3.3991*$1):(152.500):(152.500+317.161*$2):($3 > 0 ? 0x004488 : 0xBFD0E4) with boxxyerror fs solid 1 noborder lc rgb variable, \
 $p4 using (15.099+10.1973*$1):(44.500):(10.816+10.1973*$1):(19.381+10.1973*$1):(44.500):(44.500+308.497*$2):($3 > 0 ? 0x004488 : 0xBFD0E4) with boxxyerror fs solid 1 noborder lc rgb variable, \
 $p5 using (155.466+50.9862*$1):(44.500):(134.051+50.9862*$1):(176.880+50.9862*$1):(44.500):(44.500+102.818*$2):($3 > 0 ? 0x004488 : 0xBFD0E4) with boxxyerror fs solid 1 noborder lc rgb variable, \
 $p6 using (300.931+101.9725*$1):(44.500):(258.103+101.9725*$1):(343.760+101.9725*$1):(44.500):(44.500+64.000*$2):($3 > 0 ? 0x004488 : 0xBFD0E4) with boxxyerror fs solid 1 noborder lc rgb variable
