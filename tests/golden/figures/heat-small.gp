# gnuplot -e "fmt='svg'" heat-small.gp > heat-small.svg      fmt: svg, png or pdf
W = 481.89; H = 176.42   # points
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
set label "Thiếu hụt tập trung ở việc làm và bảo hiểm y tế" at screen 0.02075,0.91214 left font B(11.5) tc rgb ink front
set label "Tỷ lệ hộ nghèo thiếu hụt theo thôn và chỉ số\073 số trong ô\072 số hộ" at screen 0.02075,0.82287 left font F(9) tc rgb soft front
set label "Số liệu minh họa\054 dùng để kiểm tra hình vẽ\056" at screen 0.02075,0.07227 left font F(7) tc rgb soft front
mix(a, b, s) = int(a + (b - a) * s)
rgb(s, r, g, b, R, G, B) = mix(r, R, s)*65536 + mix(g, G, s)*256 + mix(b, B, s)
shade(s) = s <= 0 ? 0xF6F6F6 : \
  s < 0.5 ? rgb(2*s, 226, 236, 247, 108, 155, 207) : \
            rgb(2*s - 1, 108, 155, 207, 0, 48, 104)
set lmargin at screen 0.18785; set rmargin at screen 0.43687
set bmargin at screen 0.15587; set tmargin at screen 0.35993
set xrange [-0.5:1.5]; set yrange [-1.5:0.5]
$corner << EOD
# x, y
-0.5	-1.5
EOD
set label "Bình Hòa \061 \050\066 hộ\051" at screen 0.17540,0.30891 right font F(9) tc rgb ink front
set label "Bình Hòa \063 \050\061 hộ\051" at screen 0.17540,0.20689 right font F(9) tc rgb ink front
set label "Việc làm" at screen 0.24595,0.38827 left rotate by 52 font F(8.5) tc rgb ink front
set label "Người phụ thuộc" at screen 0.37046,0.38827 left rotate by 52 font F(8.5) tc rgb ink front
set label "\067" at screen 0.37461,0.30891 center font F(8.5) tc rgb 'white' front
set label "\063" at screen 0.25010,0.20689 center font F(8.5) tc rgb ink front
set object rectangle from screen 0.46592,0.15587 to screen 0.48460,0.16778 behind fc rgb shade(0.025) fs solid noborder
set object rectangle from screen 0.46592,0.16608 to screen 0.48460,0.17798 behind fc rgb shade(0.075) fs solid noborder
set object rectangle from screen 0.46592,0.17628 to screen 0.48460,0.18818 behind fc rgb shade(0.125) fs solid noborder
set object rectangle from screen 0.46592,0.18648 to screen 0.48460,0.19839 behind fc rgb shade(0.175) fs solid noborder
set object rectangle from screen 0.46592,0.19669 to screen 0.48460,0.20859 behind fc rgb shade(0.225) fs solid noborder
set object rectangle from screen 0.46592,0.20689 to screen 0.48460,0.21879 behind fc rgb shade(0.275) fs solid noborder
set object rectangle from screen 0.46592,0.21709 to screen 0.48460,0.22899 behind fc rgb shade(0.325) fs solid noborder
set object rectangle from screen 0.46592,0.22729 to screen 0.48460,0.23920 behind fc rgb shade(0.375) fs solid noborder
set object rectangle from screen 0.46592,0.23750 to screen 0.48460,0.24940 behind fc rgb shade(0.425) fs solid noborder
set object rectangle from screen 0.46592,0.24770 to screen 0.48460,0.25960 behind fc rgb shade(0.475) fs solid noborder
set object rectangle from screen 0.46592,0.25790 to screen 0.48460,0.26980 behind fc rgb shade(0.525) fs solid noborder
set object rectangle from screen 0.46592,0.26810 to screen 0.48460,0.28001 behind fc rgb shade(0.575) fs solid noborder
set object rectangle from screen 0.46592,0.27831 to screen 0.48460,0.29021 behind fc rgb shade(0.625) fs solid noborder
set object rectangle from screen 0.46592,0.28851 to screen 0.48460,0.30041 behind fc rgb shade(0.675) fs solid noborder
set object rectangle from screen 0.46592,0.29871 to screen 0.48460,0.31062 behind fc rgb shade(0.725) fs solid noborder
set object rectangle from screen 0.46592,0.30891 to screen 0.48460,0.32082 behind fc rgb shade(0.775) fs solid noborder
set object rectangle from screen 0.46592,0.31912 to screen 0.48460,0.33102 behind fc rgb shade(0.825) fs solid noborder
set object rectangle from screen 0.46592,0.32932 to screen 0.48460,0.34122 behind fc rgb shade(0.875) fs solid noborder
set object rectangle from screen 0.46592,0.33952 to screen 0.48460,0.35143 behind fc rgb shade(0.925) fs solid noborder
set object rectangle from screen 0.46592,0.34973 to screen 0.48460,0.36163 behind fc rgb shade(0.975) fs solid noborder
set label "\060 \045" at screen 0.49290,0.15587 left font F(8) tc rgb soft front
set label "\061\060\060 \045" at screen 0.49290,0.35993 left font F(8) tc rgb soft front
$data << EOD
# column, row, share
0	-0	0
1	-0	0.7
0	-1	0.3
1	-1	NaN
EOD
plot $corner with lines, $data using 1:($3 >= 0 ? $2 : NaN):($1-0.485):($1+0.485):($2-0.47):($2+0.47):(shade($3)) \
 with boxxyerror fs solid 1 noborder lc rgb variable
