# gnuplot -e "fmt='svg'" heat-small.gp > heat-small.svg      fmt: svg, png or pdf
W = 481.89; H = 166.58   # points
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
set label "Thiếu hụt tập trung ở việc làm và bảo hiểm y tế" at screen 0.02075,0.90695 left font B(11.5) tc rgb ink front
set label "Tỷ lệ hộ nghèo thiếu hụt theo thôn và chỉ số\073 số trong ô\072 số hộ" at screen 0.02075,0.81240 left font F(9) tc rgb soft front
set label "Số liệu minh họa\054 dùng để kiểm tra hình vẽ\056" at screen 0.02075,0.07654 left font F(7) tc rgb soft front
mix(a, b, s) = int(a + (b - a) * s)
rgb(s, r, g, b, R, G, B) = mix(r, R, s)*65536 + mix(g, G, s)*256 + mix(b, B, s)
shade(s) = s <= 0 ? 0xF6F6F6 : \
  s < 0.5 ? rgb(2*s, 226, 236, 247, 108, 155, 207) : \
            rgb(2*s - 1, 108, 155, 207, 0, 48, 104)
set lmargin at screen 0.18785; set rmargin at screen 0.43687
set bmargin at screen 0.16509; set tmargin at screen 0.38120
set xrange [-0.5:1.5]; set yrange [-1.5:0.5]
$corner << EOD
# x, y
-0.5	-1.5
EOD
set label "Bình Hòa \061 \050\066 hộ\051" at screen 0.17540,0.32717 right font F(9) tc rgb ink front
set label "Bình Hòa \063 \050\061 hộ\051" at screen 0.17540,0.21912 right font F(9) tc rgb ink front
set label "Việc làm" at screen 0.24595,0.41122 left rotate by 40 font F(8.5) tc rgb ink front
set label "Người phụ thuộc" at screen 0.37046,0.41122 left rotate by 40 font F(8.5) tc rgb ink front
set label "\067" at screen 0.37461,0.32717 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.25010,0.21912 center font F(8.5) tc rgb ink front
set object rectangle from screen 0.46592,0.16509 to screen 0.48460,0.17769 behind fc rgb shade(0.025) fs solid noborder
set object rectangle from screen 0.46592,0.17589 to screen 0.48460,0.18850 behind fc rgb shade(0.075) fs solid noborder
set object rectangle from screen 0.46592,0.18670 to screen 0.48460,0.19931 behind fc rgb shade(0.125) fs solid noborder
set object rectangle from screen 0.46592,0.19750 to screen 0.48460,0.21011 behind fc rgb shade(0.175) fs solid noborder
set object rectangle from screen 0.46592,0.20831 to screen 0.48460,0.22092 behind fc rgb shade(0.225) fs solid noborder
set object rectangle from screen 0.46592,0.21912 to screen 0.48460,0.23172 behind fc rgb shade(0.275) fs solid noborder
set object rectangle from screen 0.46592,0.22992 to screen 0.48460,0.24253 behind fc rgb shade(0.325) fs solid noborder
set object rectangle from screen 0.46592,0.24073 to screen 0.48460,0.25333 behind fc rgb shade(0.375) fs solid noborder
set object rectangle from screen 0.46592,0.25153 to screen 0.48460,0.26414 behind fc rgb shade(0.425) fs solid noborder
set object rectangle from screen 0.46592,0.26234 to screen 0.48460,0.27495 behind fc rgb shade(0.475) fs solid noborder
set object rectangle from screen 0.46592,0.27314 to screen 0.48460,0.28575 behind fc rgb shade(0.525) fs solid noborder
set object rectangle from screen 0.46592,0.28395 to screen 0.48460,0.29656 behind fc rgb shade(0.575) fs solid noborder
set object rectangle from screen 0.46592,0.29476 to screen 0.48460,0.30736 behind fc rgb shade(0.625) fs solid noborder
set object rectangle from screen 0.46592,0.30556 to screen 0.48460,0.31817 behind fc rgb shade(0.675) fs solid noborder
set object rectangle from screen 0.46592,0.31637 to screen 0.48460,0.32897 behind fc rgb shade(0.725) fs solid noborder
set object rectangle from screen 0.46592,0.32717 to screen 0.48460,0.33978 behind fc rgb shade(0.775) fs solid noborder
set object rectangle from screen 0.46592,0.33798 to screen 0.48460,0.35059 behind fc rgb shade(0.825) fs solid noborder
set object rectangle from screen 0.46592,0.34878 to screen 0.48460,0.36139 behind fc rgb shade(0.875) fs solid noborder
set object rectangle from screen 0.46592,0.35959 to screen 0.48460,0.37220 behind fc rgb shade(0.925) fs solid noborder
set object rectangle from screen 0.46592,0.37040 to screen 0.48460,0.38300 behind fc rgb shade(0.975) fs solid noborder
set label "\060 \045" at screen 0.49290,0.16509 left font F(8) tc rgb soft front
set label "\061\060\060 \045" at screen 0.49290,0.38120 left font F(8) tc rgb soft front
$data << EOD
# column, row, share
0	-0	0
1	-0	0.7
0	-1	0.3
1	-1	NaN
EOD
plot $corner with lines, $data using 1:($3 >= 0 ? $2 : NaN):($1-0.485):($1+0.485):($2-0.47):($2+0.47):(shade($3)) \
 with boxxyerror fs solid 1 noborder lc rgb variable
