# gnuplot -e "fmt='svg'" panels-one.gp > panels-one.svg      fmt: svg, png or pdf
W = 481.89; H = 166.50   # points
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
set label "Một xã" at screen 0.02075,0.90691 left font B(11.5) tc rgb ink front
set label "Số liệu minh họa\054 dùng để kiểm tra hình vẽ\056" at screen 0.02075,0.07658 left font F(7) tc rgb soft front
set lmargin at screen 0.00000; set rmargin at screen 1.00000
set bmargin at screen 0.00000; set tmargin at screen 1.00000
set xrange [0:481.89]; set yrange [0:166.5]
$corner << EOD
# x, y
0	0
EOD
set label "Cẩm Bình" at screen 0.02075,0.75375 left font B(8.5) tc rgb ink front
set label "\065\063 \045" at screen 0.97925,0.75375 right font B(9) tc rgb cA front
set arrow from screen 0.02075,0.26727 to screen 0.97925,0.26727 nohead lw 0.6 lc rgb hair back
set arrow from screen 0.48771,0.26727 to screen 0.48771,0.67568 nohead front lw 1.3 dt (5,3) lc rgb cB
set label "\062\063" at screen 0.50000,0.21922 center font B(8) tc rgb cB front
set label "\064" at screen 0.03304,0.21922 center font F(8) tc rgb soft front
set label "\064\062" at screen 0.96696,0.21922 center font F(8) tc rgb soft front
$p0 << EOD
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
plot $corner with lines, \
 $p0 using (15.922+11.8433*$1):(44.500):(10.947+11.8433*$1):(20.896+11.8433*$1):(44.500):(44.500+962.503*$2):($3 > 0 ? 0x004488 : 0xBFD0E4) with boxxyerror fs solid 1 noborder lc rgb variable
