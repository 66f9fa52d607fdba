/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts of the main job, and what all charts rest on (figure_checks.h). */
#include "figure_checks.h"
#include "tn/out/doc.h"
#include "tn/out/page.h"

#define MANY 40

static struct tn_frame frame(const char *name)
{
    return (struct tn_frame){
        .lang = TN_VI,
        .name = name,
        .finding = "Thiếu hụt việc làm và bảo hiểm y tế chi phối nghèo ở xã",
        .what = "Tỷ lệ hộ thiếu hụt theo 12 chỉ số, cuối năm 2023",
        .source = "Nguồn: rà soát cuối năm 2023, xã Cẩm Bình; 67 hộ nghèo, 57 hộ cận "
                  "nghèo. Vạch ngang: khoảng tin cậy Wilson 95 %.",
        .description = "Việc làm 95,5 % và 78,9 %; bảo hiểm y tế 85,1 % và 12,3 %."};
}

static const struct tn_dots_row indicators[] = {
    {"Việc làm", {64. / 67, 45. / 57}, {.8764, .6671}, {.9847, .8753}, {"64", "45"}},
    {"Bảo hiểm y tế", {57. / 67, 7. / 57}, {.7466, .0608}, {.9169, .2325}, {"57", "7"}},
    {"Sử dụng dịch vụ Internet",
     {23. / 67, 3. / 57},
     {.2409, .0181},
     {.4628, .1437},
     {"23", "3"}},
    {"Người phụ thuộc",
     {22. / 67, 10. / 57},
     {.2279, .0982},
     {.4474, .2937},
     {"22", "10"}},
    {"Nhà tiêu hợp vệ sinh",
     {12. / 67, 5. / 57},
     {.1055, .0381},
     {.2875, .1894},
     {"12", "5"}},
    {"Diện tích nhà ở (< 8 m²/người)",
     {8. / 67, 2. / 57},
     {.0618, .0097},
     {.2183, .1192},
     {"8", "2"}},
    {"Dinh dưỡng", {6. / 67, 1. / 57}, {.0417, .0031}, {.1819, .0929}, {"6", "1"}},
    {"Trình độ giáo dục của người lớn từ 16 đến 30 tuổi trong hộ",
     {5. / 67, 6. / 57},
     {.0323, .0491},
     {.1631, .2112},
     {"5", "6"}},
    {"Chất lượng nhà ở", {2. / 67, 0}, {.0082, 0}, {.1025, .0631}, {"2", "0"}},
    {"Phương tiện tiếp cận thông tin",
     {1. / 67, 0},
     {.0026, 0},
     {.0798, .0631},
     {"1", "0"}},
    {"Nguồn nước sinh hoạt", {1. / 67, 0}, {.0026, 0}, {.0798, .0631}, {"1", "0"}},
    {"Tình trạng đi học của trẻ em", {0, 0}, {0, 0}, {.0542, .0631}, {"0", "0"}},
};

static struct tn_dots dots(void)
{
    return (struct tn_dots){.group = {"Hộ nghèo", "Hộ cận nghèo"},
                            .short_group = {"nghèo", "cận"},
                            .count_title = "(số hộ)",
                            .rows = 12,
                            .row = indicators};
}

static struct tn_figure dots_all(void)
{
    struct tn_frame f = frame("dots");
    struct tn_dots d = dots();
    return tn_figure_dots(&arena, &f, &d);
}

static struct tn_figure dots_one_group(void)
{
    struct tn_frame f = frame("dots-one");
    struct tn_dots_row *row = tn_new(&arena, struct tn_dots_row, 3);
    memcpy(row, indicators + 4, 3 * sizeof *row);
    row[1].label = HOSTILE;
    struct tn_dots d = {.group = {"Hộ nghèo", NULL}, .rows = 3, .row = row};
    f.lang = TN_EN;
    f.finding = HOSTILE;
    return tn_figure_dots(&arena, &f, &d);
}

static struct tn_figure dots_zero(void)
{
    struct tn_frame f = {.name = "dots-zero", .lang = TN_VI};
    static const double nan = (double)NAN;
    struct tn_dots_row *row = tn_new(&arena, struct tn_dots_row, 2);
    row[0] = (struct tn_dots_row){"Không hộ nào", {0, 0}, {0, 0}, {0, 0}, {"0", "0"}};
    row[1] = (struct tn_dots_row){
        "Không rõ", {nan, nan}, {nan, nan}, {nan, nan}, {"-", "-"}};
    struct tn_dots d = dots();
    d.rows = 2;
    d.row = row;
    return tn_figure_dots(&arena, &f, &d);
}

/* A binomial law in p and n: a stand-in that is easy to see through. */
static const double *binomial(size_t n, double p)
{
    double *pmf = tn_new(&arena, double, n + 1);
    for (size_t k = 0; k <= n; k++) {
        double term = 1;
        for (size_t i = 1; i <= k; i++)
            term *= (double)(n - k + i) / (double)i * p;
        for (size_t i = 0; i < n - k; i++)
            term *= 1 - p;
        pmf[k] = term;
    }
    return pmf;
}

static struct tn_law law(size_t n, double p, long quota)
{
    return (struct tn_law){.n = n + 1,
                           .pmf = binomial(n, p),
                           .quota = quota,
                           .x_title = "Số hộ thoát nghèo",
                           .quota_label = "Chỉ tiêu: 23 hộ",
                           .big = {"60,4 %", "39,6 %"},
                           .big_label = {"không đạt", "đạt hoặc vượt"}};
}

static struct tn_figure law_wide(void)
{
    struct tn_frame f = frame("law");
    struct tn_law l = law(67, 0.32, 23);
    f.finding = "Khả năng đạt chỉ tiêu giảm 23 hộ nghèo: 39,6 %";
    f.what = "Phân bố xác suất của số hộ thoát nghèo năm 2024";
    return tn_figure_law(&arena, &f, &l);
}

static struct tn_figure law_point(void)
{
    struct tn_frame f = frame("law-point");
    struct tn_law l = law(0, 0.5, 0);
    l.big[0] = "0 %";
    l.big[1] = "100 %";
    return tn_figure_law(&arena, &f, &l);
}

static struct tn_figure law_sure(void)
{
    struct tn_frame f = frame("law-sure");
    struct tn_law l = law(3, 1, 1);
    l.big[0] = "< 0,1 %";
    return tn_figure_law(&arena, &f, &l);
}

static struct tn_figure law_beyond(void)
{
    struct tn_frame f = frame("law-beyond");
    struct tn_law l = law(12, 0.1, 13);
    l.quota_label = "Chỉ tiêu: 13 hộ, nhiều hơn số hộ nghèo đang có";
    return tn_figure_law(&arena, &f, &l);
}

static struct tn_figure law_plain(void)
{
    struct tn_frame f = frame("law-plain");
    struct tn_law l = law(400, 0.5, TN_COUNT_NONE);
    l.first = -150;
    return tn_figure_law(&arena, &f, &l);
}

static const struct tn_forest_row villages[] = {
    {"Chợ", "14 hộ", 5.05, 2, 4, 6, 9, 7, "24 %"},
    {"Hạc Sơn", "9 hộ", 2.03, 0, 1, 3, 4, 3, "34 %"},
    {"Tô", "8 hộ", 2.45, 0, 1, 3, 5, 3, "46 %"},
    {"Bình Hòa 5", "8 hộ", 2.48, 0, 1, 3, 5, 3, "47 %"},
    {"Bình Yên", "6 hộ", 2.02, 0, 1, 3, 4, 2, "64 %"},
    {"Bình Hòa 1", "6 hộ", 2.2, 0, 1, 3, 4, 2, "70 %"},
    {"Xanh", "5 hộ", 1.38, 0, 1, 2, 3, 1, "80 %"},
    {"Bình Sơn", "8 hộ", 3.13, 1, 2, 4, 6, 2, "86 %"},
    {"Vinh", "1 hộ", 0.28, 0, 0, 1, 1, TN_COUNT_NONE, "–"},
    {"Sẻ", "1 hộ", 0.16, 0, 0, 0, 1, TN_COUNT_NONE, "–"},
    {"Bình Hòa 3", "1 hộ", 0.09, 0, 0, 0, 1, TN_COUNT_NONE, "–"},
};

static struct tn_forest forest(size_t n, const struct tn_forest_row *row)
{
    return (struct tn_forest){.forecast = "Dự báo",
                              .quota = "Chỉ tiêu",
                              .probability = "Xác suất đạt",
                              .rows = n,
                              .row = row};
}

static struct tn_figure forest_all(void)
{
    struct tn_frame f = frame("forest");
    struct tn_forest v = forest(11, villages);
    f.finding = "Thôn Chợ quyết định việc hoàn thành chỉ tiêu của xã";
    f.what = "Số hộ thoát nghèo dự báo năm 2024 so với chỉ tiêu giao, theo thôn";
    f.source = "Điểm: kỳ vọng; vạch đậm: khoảng 50 %; vạch mảnh: khoảng 90 %.";
    return tn_figure_forest(&arena, &f, &v);
}

static struct tn_figure forest_one(void)
{
    struct tn_frame f = frame("forest-one");
    struct tn_forest v = forest(1, villages + 10);
    return tn_figure_forest(&arena, &f, &v);
}

static struct tn_figure forest_many(void)
{
    struct tn_frame f = frame("forest-many");
    struct tn_forest_row *row = tn_new(&arena, struct tn_forest_row, MANY);
    for (size_t i = 0; i < MANY; i++) {
        row[i] = villages[i % 11];
        row[i].mean *= 1 + (double)i;
        row[i].q95 *= 1 + (double)i;
        row[i].q75 *= 1 + (double)i;
        if (i % 5 == 3)
            row[i].label = "Thôn Tân Tiến Đoàn Kết Thống Nhất số mười bảy";
    }
    row[2].label = HOSTILE;
    struct tn_forest v = forest(MANY, row);
    f.finding = "Một câu kết luận rất dài để xem tiêu đề có được ngắt dòng đúng chỗ hay "
                "không, với nhiều từ hơn một dòng có thể chứa và còn hơn thế nữa";
    return tn_figure_forest(&arena, &f, &v);
}

static const struct tn_rate_row statuses[] = {
    {"Hộ nghèo", .02664, .01750, .0149, .0171, .0187, .0201, .0219, "đầu năm 2,66 %",
     "dự báo 1,87 %", "mục tiêu 1,75 %", "33 %"},
    {"Hộ cận nghèo", .02267, .00870, .0131, .0149, .0159, .0171, .0189, "đầu năm 2,27 %",
     "dự báo 1,59 %", "mục tiêu 0,87 %", "< 1 %"},
};

static struct tn_figure rates_both(void)
{
    struct tn_frame f = frame("rates");
    struct tn_rates r = {"Xác suất đạt", 2, statuses};
    f.finding = "Tỷ lệ hộ nghèo cuối năm: 33 % khả năng đạt mục tiêu 1,75 %";
    f.what = "Tỷ lệ hộ cuối năm 2024 (% tổng số hộ)";
    f.source = "Vòng tròn: đầu năm; điểm: trung vị dự báo; vạch đậm: khoảng 50 %; vạch "
               "mảnh: khoảng 90 %.";
    return tn_figure_rates(&arena, &f, &r);
}

static struct tn_figure rates_odd(void)
{
    struct tn_frame f = frame("rates-odd");
    static const double nan = (double)NAN;
    struct tn_rate_row *row = tn_new(&arena, struct tn_rate_row, 5);
    row[0] = statuses[0];
    row[0].target = .0265;   // beside the start
    row[1] = statuses[1];
    row[1].start = row[1].target = 0;   // all on the edge
    row[1].q05 = row[1].q25 = row[1].mean = row[1].q75 = row[1].q95 = 0;
    row[2] = statuses[0];
    row[2].target = nan;
    row[2].probability = NULL;
    row[3] = statuses[0];
    row[3].label = HOSTILE;
    row[3].q25 = row[3].q75 = nan;
    row[4] = (struct tn_rate_row){"Không rõ", nan, nan,  nan,  nan,  nan,
                                  nan,        nan, NULL, NULL, NULL, "-"};
    struct tn_rates r = {"Xác suất đạt", 5, row};
    return tn_figure_rates(&arena, &f, &r);
}

static figure_maker *const every[] = {
    dots_all,  dots_one_group, dots_zero,  law_wide,    law_point,  law_sure,  law_beyond,
    law_plain, forest_all,     forest_one, forest_many, rates_both, rates_odd,
};
enum { FIGURES = sizeof every / sizeof *every };

FIGURE_TESTS

/* A saved script needs nothing but gnuplot. */
static void a_script_draws_by_itself(void **state)
{
    (void)state;
    struct tn_drawing drawing = {.name = "forest", .script = forest_all().script};
    assert_int_equal(tn_gnuplot_draw(&arena, TN_PNG, 1, &drawing, NULL, &err), TN_OK);
}

/* The bars of a law, from the margins, ranges and rows of its script. */
static void no_words_lie_on_a_bar(void **state)
{
    (void)state;
    static struct words w[1000];
    struct tn_figure figure[] = {law_wide(), law_point(), law_sure(), law_beyond(),
                                 law_plain()};
    for (size_t f = 0; f < 5; f++) {
        double width, height, l, r, b, t, x0, x1, y0, y1, k, p;
        size_t n = all_words(figure[f].script, w, &width, &height);
        const char *at = strstr(figure[f].script, "set lmargin");
        assert_int_equal(sscanf(at,
                                "set lmargin at screen %lf; set rmargin at screen %lf "
                                "set bmargin at screen %lf; set tmargin at screen %lf "
                                "set xrange [%lf:%lf]; set yrange [%lf:%lf]",
                                &l, &r, &b, &t, &x0, &x1, &y0, &y1),
                         8);
        at = strchr(strstr(figure[f].script, "# count"), '\n') + 1;
        for (; sscanf(at, "%lf\t%lf", &k, &p) == 2; at = strchr(at, '\n') + 1) {
            double middle = width * (l + (r - l) * (k - x0) / (x1 - x0));
            double half = 0.41 * width * (r - l) / (x1 - x0);
            double top = height * (b + (t - b) * (p - y0) / (y1 - y0));
            for (size_t i = 0; i < n; i++)
                if (k > x0 && k < x1 && w[i].left < middle + half &&
                    w[i].right > middle - half && w[i].bottom < top + 2 &&
                    w[i].top > height * b)
                    fail_msg("%s: <%s> lies on the bar of %g", figure[f].name, w[i].text,
                             k);
        }
    }
}

static void hostile_words_are_drawn_as_they_are(void **state)
{
    (void)state;
    struct tn_figure figure = dots_one_group();
    struct tn_drawing drawing;
    assert_int_equal(tn_figure_draw(&arena, TN_SVG, 1, &figure, &drawing, &err), TN_OK);
    const char *svg = tn_arena_text(&arena, drawing.bytes, drawing.len);
    assert_non_null(strstr(svg, ">`touch x` $(y) \\n {/=50 x} 100% a_b^c @m &amp; "
                                "&lt;b&gt; ]]&gt; \"q\" 'r'</text>"));
}

/* Numbers and words at random: from 0 to thousands, missing, equal, long and strange. */
static double any_number(uint64_t draw, double most)
{
    double kind = case_uniform(draw), u = case_uniform(draw + 1000);
    return kind < 0.1 ? 0 : kind < 0.15 ? (double)NAN : kind < 0.2 ? most : u * most;
}

static const char *any_text(uint64_t draw)
{
    static const char *const text[] = {
        "Chợ",
        "",
        "Bình Hòa 5",
        HOSTILE,
        "Thôn Tân Tiến Đoàn Kết Thống Nhất số mười bảy",
        "mục tiêu 1,75 %",
        "nghiêngnghiêngnghiêngnghiêngnghiêngnghiêngnghiêngnghiêng",
        "x"};
    return text[(size_t)(8 * case_uniform(draw))];
}

static struct tn_figure any_forest(void)
{
    struct tn_frame f = frame("any-forest");
    size_t n = 1 + (size_t)(40 * case_uniform(1));
    struct tn_forest_row *row = tn_new(&arena, struct tn_forest_row, n);
    double most = pow(10, 3 * case_uniform(2));
    for (size_t i = 0; i < n; i++) {
        uint64_t d = 10 + 10 * i;
        row[i] = (struct tn_forest_row){.label = any_text(d),
                                        .sublabel = any_text(d + 1),
                                        .mean = any_number(d + 2, most),
                                        .q05 = any_number(d + 3, most),
                                        .q25 = any_number(d + 4, most),
                                        .q75 = any_number(d + 5, most),
                                        .q95 = any_number(d + 6, most),
                                        .quota = (long)(most * case_uniform(d + 7)),
                                        .probability = "64,2 %"};
    }
    struct tn_forest v = forest(n, row);
    f.finding = any_text(3);
    f.source = any_text(4);
    return tn_figure_forest(&arena, &f, &v);
}

static struct tn_figure any_rates(void)
{
    struct tn_frame f = frame("any-rates");
    size_t n = 1 + (size_t)(4 * case_uniform(1));
    struct tn_rate_row *row = tn_new(&arena, struct tn_rate_row, n);
    double most = pow(10, -3 * case_uniform(2));
    for (size_t i = 0; i < n; i++) {
        uint64_t d = 10 + 12 * i;
        row[i] = (struct tn_rate_row){any_text(d),
                                      any_number(d + 1, most),
                                      any_number(d + 2, most),
                                      any_number(d + 3, most),
                                      any_number(d + 4, most),
                                      any_number(d + 5, most),
                                      any_number(d + 6, most),
                                      any_number(d + 7, most),
                                      "đầu năm 2,66 %",
                                      "dự báo 1,87 %",
                                      "mục tiêu 1,75 %",
                                      "33 %"};
    }
    struct tn_rates r = {"Xác suất đạt", n, row};
    return tn_figure_rates(&arena, &f, &r);
}

static struct tn_figure any_dots(void)
{
    struct tn_frame f = frame("any-dots");
    size_t n = 1 + (size_t)(14 * case_uniform(1));
    struct tn_dots_row *row = tn_new(&arena, struct tn_dots_row, n);
    double most = pow(10, -2 * case_uniform(2));
    for (size_t i = 0; i < n; i++) {
        uint64_t d = 10 + 8 * i;
        row[i] = (struct tn_dots_row){any_text(d),
                                      {any_number(d + 1, most), any_number(d + 2, most)},
                                      {any_number(d + 3, most), any_number(d + 4, most)},
                                      {any_number(d + 5, most), any_number(d + 6, most)},
                                      {"12.345", "7"}};
    }
    struct tn_dots all = dots();
    all.rows = n;
    all.row = row;
    return tn_figure_dots(&arena, &f, &all);
}

static struct tn_figure any_law(void)
{
    struct tn_frame f = frame("any-law");
    size_t n = (size_t)pow(10, 2.6 * case_uniform(1));
    struct tn_law l = law(n, any_number(2, 1), (long)(1.2 * (double)n * case_uniform(3)));
    l.quota = case_uniform(4) < 0.1 ? TN_COUNT_NONE : l.quota;
    for (size_t i = 0; i <= n; i++)
        if (isnan(l.pmf[i]))
            l = law(n, 0.5, 3);
    return tn_figure_law(&arena, &f, &l);
}

static void any_numbers_and_words_make_a_chart(void **state)
{
    (void)state;
    enum { CASES = 100 };
    static struct tn_figure figure[CASES];
    static struct tn_drawing drawing[CASES];
    size_t n = 0;
    for_cases (CASES) {
        figure_maker *const make[] = {any_forest, any_rates, any_dots, any_law};
        figure[n] = make[check_case % 4]();
        check_words_of(&figure[n++]);
    }
    if (tn_figure_draw(&arena, TN_SVG, n, figure, drawing, &err))
        fail_msg("%s: %s", err.place, err.text[TN_EN]);
    for (size_t i = 0; i < n; i++)
        assert_true(well_formed(tn_arena_text(&arena, drawing[i].bytes, drawing[i].len)));
}

static void scales_have_few_round_steps(void **state)
{
    (void)state;
    struct tn_scale s = tn_scale_over(0, 1, 5, true, true);
    check_rel(s.step, 0.2, 1e-15);
    assert_int_equal(s.decimals, 0);
    s = tn_scale_over(0.0063, 0.0276, 6, true, true);
    check_rel(s.step, 0.005, 1e-15);
    check_rel(s.low, 0.005, 1e-12);
    check_rel(s.high, 0.03, 1e-12);
    assert_int_equal(s.decimals, 1);
    s = tn_scale_over(3, 3, 5, false, true);
    assert_true(s.high > s.low);
    for_cases (500) {
        double low = 100 * case_uniform(0), span = pow(10, 6 * case_uniform(1) - 3);
        int steps = 3 + (int)(6 * case_uniform(2));
        s = tn_scale_over(low, low + span, steps, false, true);
        double ticks = (s.high - s.low) / s.step;
        assert_true(s.low <= low + 1e-9 && s.high >= low + span - 1e-9);
        assert_true(ticks >= 1 && ticks < 1.25 * steps + 2.01);
        check_rel(ticks, round(ticks), 1e-6);
        double units = s.step * pow(10, s.decimals);
        check_rel(units, round(units), 1e-9);
    }
}

int main(void)
{
    const struct CMUnitTest figure[] = {
        alone(scripts_are_as_reviewed),
        alone(each_kind_is_drawn_in_each_format),
        alone(a_script_draws_by_itself),
        alone(no_words_overlap_or_leave_the_page),
        alone(no_words_lie_on_a_bar),
        alone(an_svg_is_well_formed_and_says_what_it_shows),
        alone(hostile_words_are_drawn_as_they_are),
        property(any_numbers_and_words_make_a_chart),
        property(scales_have_few_round_steps),
    };
    return cmocka_run_group_tests(figure, NULL, NULL);
}
