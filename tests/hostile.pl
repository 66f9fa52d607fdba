#!/usr/bin/perl
# SPDX-License-Identifier: GPL-3.0-or-later
# hostile.pl PROGRAM short|long -- texts that would be commands, mark-up, formulas or
# escapes, in every cell of a plan that takes free text, through every command and format.
# The reader refuses some; those it takes must come out as text and as nothing else.
# Ends with "N passed, N failed".
use strict;
use warnings;
use Cwd qw(getcwd abs_path);
use File::Temp qw(tempdir);

my ($program, $how) = (abs_path($ARGV[0]), $ARGV[1]);
my $root = getcwd();
my $work = tempdir(CLEANUP => 1);
my ($passed, $failed) = (0, 0);
$ENV{LC_ALL} = 'C.UTF-8';

my @payload = (
    '`touch PWNED`', '$(touch PWNED)', '"; system("touch PWNED"); "', "'; !touch PWNED",
    "' . system('touch PWNED') . '", '| touch PWNED', '<touch PWNED', '; touch PWNED #',
    "=cmd|' /C calc'!A0", '+1+1', '-1-1', '@SUM(1;2)', '=HYPERLINK("http://x.vn";"y")',
    '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '</svg><script>x</script>',
    ']]>', '<!-- x', '--> x', '&amp;&#60;script&#62;', "' onload='alert(1)", '<b>x</b>',
    '%s%n%n%d%s', '50% of %%', '{/=90 big} a_b^2 &{x} @x', '\\', '\\056\\x41', "a''b'''", '""',
    '[x](javascript:alert(1))', '![x](http://x.vn/y)', '# x', '* x', '| a | b |', '**x** _y_ ~~z~~',
    '<https://x.vn>', '_x0041__x000D_', '../../../etc/passwd', '--output=PWNED', '-', '/dev/full',
    'PWNED.csv', '{"a": [1}', "\x{1F600}\x{1F1FB}\x{1F1F3}", "a\x{0301}\x{0323}\x{0302}",
    'x' x 300, "\x{1EA0}" x 90,
    # these the reader is to refuse
    "\e[31mred", "\e]0;title\a", "\x{9b}31m", "a\x{7f}b", "a\x{202E}b", "a\x{2066}b\x{2069}",
    "a\x{200B}b", "a\x{2028}b", "a\x{FEFF}b", "a\x{00AD}b", "a\tb", "\t=1+1", "a\rb", "a\nb", "a\x{0}b", "\x{E0041}",
);

sub check { my ($what, $ok, $why) = @_;
    if ($ok) { $passed++ } else { $failed++; print "FAILED $what", $why ? ": $why" : '', "\n" } }

sub slurp { my ($path) = @_; local $/; open(my $in, '<:raw', $path) or return ''; my $all = <$in>; $all // '' }
sub spew { my ($path, $text) = @_; open(my $out, '>:raw', $path) or die "$path: $!"; print $out $text; close $out }
sub cell { my ($c) = @_; utf8::encode($c) if utf8::is_utf8($c) || $c =~ /[^\x00-\x7f]/; return $c }
sub quoted { my ($c) = @_; $c =~ s/"/""/g; return "\"$c\"" }
sub split_csv { my ($line) = @_; my @c;
    while ($line =~ /\G(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g) {
        my $c = defined $1 ? $1 : $2; $c =~ s/""/"/g; push @c, $c; last if $+[0] == length $line && substr($line, -1) ne ',' }
    return @c }

# Run it; (status, standard output, standard error).
sub run { my @args = @_;
    my $pid = fork();
    if (!$pid) {
        open(STDOUT, '>', "$work/answer"); open(STDERR, '>', "$work/complaint");
        exec { $program } $program, @args; exit 127 }
    waitpid($pid, 0);
    return ($? & 127 ? 256 + ($? & 127) : $? >> 8, slurp("$work/answer"), slurp("$work/complaint")) }

# The columns that take free text, by file; those named in another file are mapped.
my %free = ('plan.csv' => ['note'], 'villages.csv' => ['officer', 'village_head'],
    'households.csv' => ['head', 'note', 'stratum'], 'goals.csv' => ['section', 'meaning', 'note'],
    'claims.csv' => ['section', 'note', 'unit'], 'village_claims.csv' => ['section', 'note'],
    'history.csv' => ['commune', 'district'], 'model.csv' => ['source']);
my %named = ("Đồng Tâm" => 0, "Suối Hai" => 1, "Núi Mây" => 2);
my $taken;   # so many different texts were laid down

# A plan folder whose texts are those from number $at on.
sub lay_down { my ($folder, $at, @text) = @_;
    my ($n, %own, %code) = ($at);
    my $next = sub { return cell($text[$n++ % @text]) };
    system('rm', '-rf', $folder); mkdir $folder or die "$folder: $!";
    for my $path (glob("$root/data/an-binh-mau/*.csv")) {
        my ($name) = $path =~ m{([^/]+)$};
        my @lines = split /\r?\n/, slurp($path);
        my @head = split_csv($lines[0]);
        my @more = grep { my $c = $_; !grep { $_ eq $c } @head } @{$free{$name} || []};
        my $out = join(',', @head, @more) . "\n";
        my $village = sub { my ($v) = @_; $own{$v} //= $next->() . ' ' . scalar(keys %own); return $own{$v} };
        my $stratum = $next->();
        for my $line (@lines[1 .. $#lines]) {
            my @c = split_csv($line); push @c, '' while @c < @head;
            my %row; @row{@head, @more} = (@c, map { '' } @more);
            for my $column (@{$free{$name} || []}) { $row{$column} = $next->() }
            $row{stratum} = $stratum if exists $row{stratum};
            $row{village} = $village->($row{village}) if exists $row{village} && $row{village} ne '';
            $row{key} = $village->($row{key}) if $name eq 'scenario.csv' && $row{select} eq 'village';
            $row{household} = $code{$row{household}} //= $next->() . " $row{household}" if exists $row{household};
            $row{key} = $code{$row{key}} if $name eq 'scenario.csv' && $row{select} eq 'household';
            $row{commune} = $row{district} = $text[$at % @text] eq '-' ? 'x' : cell($text[$at % @text]) if $name eq 'history.csv';
            $row{value} = $next->() if $name eq 'plan.csv' && $row{key} =~ /^(commune|district|province)$/;
            $out .= join(',', map { quoted($row{$_}) } @head, @more) . "\n";
        }
        spew("$folder/$name", $out);
    }
}

my $control = qr/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]/;
my $hidden = qr/\xe2\x80[\x8b-\x8f\xa8-\xae]|\xe2\x81[\xa0-\xaf]|\xc2\xad|\xf3\xa0|\xef\xbb\xbf/;
sub bytes_of { my ($text, $mark) = @_;
    $text =~ s/^\xef\xbb\xbf// if $mark;
    return "a control byte: " . sprintf('%vx', substr($text, $-[0], 8)) if $text =~ $control;
    return "a hidden mark: " . sprintf('%vx', substr($text, $-[0], 8)) if $text =~ $hidden;
    return "no UTF-8" unless utf8::decode(my $copy = $text);
    return '' }

sub check_csv { my ($what, $text) = @_;
    $text =~ s/^\xef\xbb\xbf//;
    for my $line (split /\r?\n/, $text) {
        for my $c (split_csv($line)) {
            next if $c =~ /^-?[0-9.]+(e[-+][0-9]+)?$/;
            return check("$what: no formula", 0, $c) if $c =~ /^[=+\@\t\r-]/ && $c ne '-' } }
    check("$what: no formula", 1) }

sub check_marked { my ($what, $text) = @_;   # HTML, SVG, XML
    my ($raw) = $text =~ m{(<script>(?:alert|x)|<img src=x|<b>x</b>|<touch|<!-- x|<https://x)};
    check("$what: no mark-up of theirs", !defined $raw, $raw) }

sub check_answer { my ($what, $format, $out, $err) = @_;
    my ($bad, $sad) = (bytes_of($out, $format eq 'csv'), bytes_of($err));
    check("$what: the answer's bytes", !$bad, $bad);
    check("$what: the complaint's bytes", !$sad, "$sad: $err");
    check_csv($what, $out) if $format eq 'csv';
    if ($format eq 'json' && $out ne '') {
        spew("$work/json", $out);
        check("$what: JSON", system("jq empty '$work/json' 2> /dev/null") == 0) if have('jq') } }

my %have;
sub have { my ($tool) = @_; $have{$tool} //= system("command -v $tool > /dev/null 2>&1") == 0; return $have{$tool} }
sub well_formed { my ($what, $path) = @_;
    check("$what: well-formed", system('xmllint', '--noout', '--nonet', '--huge', $path) == 0) if have('xmllint') }
sub nothing_ran { my ($what) = @_;
    my @left = map { glob } "$work/PWNED*", "$root/PWNED*", "$work/out/PWNED*", '/tmp/PWNED*';
    check("$what: nothing ran", !@left, "@left"); unlink @left }

sub check_report { my ($what) = @_;
    for my $path (glob("$work/out/*")) {
        my ($name, $end) = $path =~ m{([^/]+\.(\w+))$};
        my $text = slurp($path);
        if ($end =~ /^(csv|md|html|svg|gp)$/) {
            my $bad = bytes_of($text, $end eq 'csv');
            check("$what: $name: bytes", !$bad, $bad) }
        check_csv("$what: $name", $text) if $end eq 'csv';
        check_marked("$what: $name", $text) if $end =~ /^(html|svg|md)$/;
        well_formed("$what: $name", $path) if $end eq 'svg';
        if ($end eq 'md') {
            my ($raw) = $text =~ m{(?<!\\)(\]\(javascript:|!\[x\]\(http)};
            check("$what: $name: no link of theirs", !defined $raw, $raw) }
        if ($end =~ /^(xlsx|docx)$/) {
            system("rm -rf '$work/parts'; mkdir '$work/parts'; cd '$work/parts' && unzip -qq '$path'") == 0
                or check("$what: $name: unzip", 0);
            for my $part (split /\n/, `find '$work/parts' -name '*.xml' -o -name '*.rels'`) {
                my $xml = slurp($part); my ($short) = $part =~ m{([^/]+)$};
                well_formed("$what: $name: $short", $part);
                my $bad = bytes_of($xml);
                check("$what: $name: $short: bytes", !$bad, $bad);
                check_marked("$what: $name: $short", $xml);
                check("$what: $name: $short: no formula", $xml !~ m{<f>[^<]*(cmd|touch|HYPERLINK|SUM\(1)}) ;
                check("$what: $name: $short: no link of theirs", $xml !~ m{Target="[^"]*(javascript|x\.vn)}) } } } }

chdir $work;
# Which of the texts does the reader take? What it refuses it must not show raw.
my @taken;
for my $i (0 .. $#payload) {
    lay_down("$work/plan", 0, $payload[$i]);
    my ($status, $out, $err) = run('check', 'plan');
    check("text $i: status $status", $status == 0 || $status == 2 || $status == 1);
    check_answer("check of text $i", 'table', $out, $err);
    push @taken, $payload[$i] if $status == 0;
}
my $refused = @payload - @taken;
print "(the reader takes ", scalar(@taken), " of the texts and refuses $refused)\n";
check('most texts are taken', @taken >= 40);

my @commands = (['check'], ['audit'], ['forecast'], ['simulate', '--draws', '1000'],
    ['exits', '--households', '--names'], ['quota', '--names'], ['whatif', '--sensitivity'],
    ['prevalence'], ['trend'], ['profiles'], ['fit'], ['backtest'], ['track']);
my $rounds = $how eq 'long' ? @taken : 2;
for my $round (0 .. $rounds - 1) {
    lay_down("$work/plan", $round * ($how eq 'long' ? 1 : 23), @taken);
    my $lang = $round % 2 ? 'en' : 'vi';
    for my $c (@commands) {
        for my $format ('table', 'csv', 'json') {
            my $what = "round $round: @$c --format $format";
            my ($status, $out, $err) = run(@$c, 'plan', '--format', $format, '--lang', $lang);
            check("$what: status $status", $status == 0 || ($c->[0] eq 'audit' && $status == 3), $err);
            check_answer($what, $format, $out, $err);
            nothing_ran($what) } }
    system('rm', '-rf', "$work/out");
    my ($status, $out, $err) = run('report', 'plan', '--output', 'out', '--lang', $lang, '--names');
    check("round $round: report: status $status", $status == 0, $err);
    check_answer("round $round: report", 'table', $out, $err);
    check_report("round $round: report");
    nothing_ran("round $round: report");
}
# Names of folders and files, words of the command line.
for my $i (0 .. $#payload) {
    my $p = cell($payload[$i]);
    next if $p =~ /\x00/ || ($how ne 'long' && $i % 5 && $i < @payload - 14);
    for my $args ([$p], ['forecast', $p], ['forecast', "--$p"], ['forecast', '--seed', $p, 'plan'], ['whatif', 'plan', '--set', "village=$p:p=0.5"],
        ['whatif', 'plan', '--set', $p], ['merge', $p], ['plot', 'plan', '--chart', $p, '--output', 'out'], ['forecast', 'plan', '--output', "none/$p"], ['forecast', '--model', $p, 'plan'], ['check', '--encoding', $p, 'plan'], ['trend', '--rates', $p]) {
        my ($status, $out, $err) = run(@$args);
        check("words $i: @{[map { s/$control/?/gr } @$args]}: status $status", $status < 4);
        check_answer("words $i: @{[map { s/$control/?/gr } @$args]}", 'table', $out, $err);
        nothing_ran("words $i") }
    next if $p =~ m{/} || length $p > 200;
    system('rm', '-rf', "$work/folder $p"); mkdir "$work/folder $p" or next;
    system('cp', '-a', glob("$root/data/an-binh-mau/*.csv"), "$work/folder $p");
    for my $args (['forecast', "folder $p"], ['forecast', "folder $p", '--format', 'csv'], ['check', "folder $p", '--format', 'json']) {
        my ($status, $out, $err) = run(@$args);
        check_answer("folder $i: $args->[0]", $args->[3] // 'table', $out, $err) }
    system('rm', '-rf', "$work/folder $p");
}
print "$passed passed, $failed failed\n";
exit($failed > 0);
