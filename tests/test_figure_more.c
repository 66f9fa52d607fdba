/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts of trends, goals, choices and scores, ordinary and odd ones
 * (figure_checks.h). Their numbers are made up. */
#include "figure_checks.h"
#include "tn/out/doc.h"
#include "tn/out/page.h"

#define NONE ((double)NAN)

static struct tn_frame frame(const char *name, const char *finding, const char *what)
{
    return (struct tn_frame){.lang = TN_VI,
                             .name = name,
                             .finding = finding,
                             .what = what,
                             .source = "Số liệu minh họa, dùng để kiểm tra hình vẽ."};
}

static const char *const months[] = {"Đầu năm", "T2", "T4", "T6", "T8", "T10", "T12"};
static const double month[] = {0, 2, 4, 6, 8, 10, 12};

static struct tn_figure lines_fan(void)
{
    struct tn_frame f = frame(
        "lines-fan", "Tỷ lệ hộ nghèo cuối năm: 33 % khả năng đạt mục tiêu 1,75 %",
        "Tỷ lệ hộ nghèo theo tháng, năm 2024 (% tổng số hộ); đã theo dõi đến tháng 5");
    static const double seen_x[] = {0, 1, 2, 3, 4, 5};
    static const double seen[] = {.02664, .02664, .02624, .02585, .02505, .02386};
    static const double x[] = {5, 6, 7, 8, 9, 10, 11, 12};
    static const double q05[] = {.02386, .02247, .02147, .02028,
                                 .01909, .0175,  .01551, .01491};
    static const double q10[] = {.02386, .02266, .02187, .02088,
                                 .01968, .01809, .0163,  .01571};
    static const double q25[] = {.02386, .02306, .02227, .02147,
                                 .02048, .01909, .01769, .0171};
    static const double q50[] = {.02386, .02346, .02286, .02227,
                                 .02147, .02028, .01909, .01869};
    static const double q75[] = {.02386, .02386, .02346, .02286,
                                 .02227, .02147, .02048, .02008};
    static const double q90[] = {.02386, .02386, .02366, .02346,
                                 .02286, .02227, .02147, .02127};
    static const double q95[] = {.02386, .02406, .02386, .02366,
                                 .02326, .02266, .02207, .02187};
    static const struct tn_band band[] = {
        {1, 8, x, q05, q95}, {2, 8, x, q10, q90}, {3, 8, x, q25, q75}};
    static const struct tn_line line[] = {
        {TN_MEDIAN, 8, x, q50, "Dự báo 1,87 %", NULL},
        {TN_OBSERVED, 6, seen_x, seen, NULL, NULL},
        {TN_LABEL, 8, x, q95, "2,19 %", NULL},
        {TN_LABEL, 8, x, q05, "1,49 %", NULL},
    };
    static const struct tn_level level[] = {{.0175, "Mục tiêu 1,75 %"}};
    struct tn_lines l = {.percent = true,
                         .ticks = 7,
                         .tick = month,
                         .tick_label = months,
                         .bands = 3,
                         .band = band,
                         .lines = 4,
                         .line = line,
                         .levels = 1,
                         .level = level,
                         .upright = NONE};
    return tn_figure_lines(&arena, &f, &l);
}

static struct tn_figure lines_curve(void)
{
    struct tn_frame f = frame("lines-curve", "Muốn chắc 80 %, chỉ nên giao 17 hộ",
                              "Xác suất đạt chỉ tiêu theo số hộ được giao");
    enum { N = 36 };
    double *x = tn_new(&arena, double, N), *y = tn_new(&arena, double, N);
    for (size_t i = 0; i < N; i++) {
        x[i] = (double)i;
        y[i] = i < 8 ? 1 : 1 / (1 + (double)((i - 7) * (i - 7) * (i - 7)) / 2800);
    }
    struct tn_line *line = tn_new(&arena, struct tn_line, 1);
    line[0] = (struct tn_line){TN_CURVE, N, x, y, NULL, NULL};
    static const struct tn_level level[] = {
        {.9, "chắc 90 %"}, {.8, "chắc 80 %"}, {.5, "năm ăn năm thua"}};
    struct tn_lines l = {.percent = true,
                         .from_zero = true,
                         .x_title = "Chỉ tiêu được giao (hộ)",
                         .lines = 1,
                         .line = line,
                         .levels = 3,
                         .level = level,
                         .upright = 23,
                         .upright_label = "đang giao 23 hộ: 39,6 %"};
    return tn_figure_lines(&arena, &f, &l);
}

/* Many places, ends close together: a slope chart. */
static struct tn_figure lines_slope(void)
{
    struct tn_frame f = frame("lines-slope", "Tám tỉnh giảm, một tỉnh đứng yên",
                              "Tỷ lệ hộ nghèo đa chiều, 2022 và 2024");
    static const char *const place[] = {
        "Đắk Nông",  "Lào Cai", "Hà Giang",
        "Điện Biên", "Sơn La",  "Thừa Thiên Huế, gồm cả thành phố Huế",
        "Nghệ An",   "Cả nước", "Kon Tum"};
    static const double years[] = {0, 1};
    static const char *const year[] = {"2022", "2024"};
    struct tn_line *line = tn_new(&arena, struct tn_line, 9);
    for (size_t i = 0; i < 9; i++) {
        double *y = tn_new(&arena, double, 2);
        char *left = tn_new(&arena, char, 12);
        y[0] = .12 + .001 * (double)i;
        y[1] = i == 3 ? y[0] : y[0] - .04 + .002 * (double)(i % 3);
        snprintf(left, 12, "%.1f %%", 100 * y[0]);
        line[i] = (struct tn_line){i == 0 ? TN_MAIN : i == 7 ? TN_SECOND : TN_CONTEXT,
                                   2,
                                   years,
                                   y,
                                   place[i],
                                   left};
    }
    struct tn_lines l = {.percent = true,
                         .ticks = 2,
                         .tick = years,
                         .tick_label = year,
                         .lines = 9,
                         .line = line,
                         .upright = NONE};
    return tn_figure_lines(&arena, &f, &l);
}

static struct tn_figure lines_odd(void)
{
    struct tn_frame f = frame("lines-odd", HOSTILE, "");
    static const double x[] = {3}, y[] = {0}, gone[] = {NONE};
    static const struct tn_line line[] = {
        {TN_FORECAST, 1, x, y, HOSTILE, "0 %"},
        {TN_MAIN, 1, x, gone, "không có", NULL},
        {TN_MAIN, 0, NULL, NULL, "trống", NULL},
    };
    struct tn_lines l = {.percent = true, .lines = 3, .line = line, .upright = NONE};
    return tn_figure_lines(&arena, &f, &l);
}

static struct tn_figure multiples_all(void)
{
    struct tn_frame f = frame(
        "multiples", "Việc làm và bảo hiểm y tế vẫn là hai thiếu hụt lớn nhất",
        "Tỷ lệ hộ nghèo thiếu hụt theo 12 chỉ số, 2021–2024 (2024: dự báo)");
    static const char *const title[] = {
        "Việc làm",           "Người phụ thuộc",
        "Dinh dưỡng",         "Bảo hiểm y tế",
        "Giáo dục người lớn", "Trẻ em đi học",
        "Chất lượng nhà ở",   "Diện tích nhà ở",
        "Nước sinh hoạt",     "Nhà tiêu hợp vệ sinh",
        "Dịch vụ Internet",   "Phương tiện tiếp cận thông tin"};
    static const double start[] = {.99, .39, .22, .95, .24, .08,
                                   .17, .23, .13, .37, .45, .11};
    static const double end[] = {.73, .29, .08, .77, .06, 0, .02, .10, .02, .15, .38, 1};
    static const char *const year[] = {"2021", "2022", "2023", "2024"};
    struct tn_small *panel = tn_new(&arena, struct tn_small, 12);
    for (size_t p = 0; p < 12; p++) {
        double *y = tn_new(&arena, double, 12);
        for (size_t i = 0; i < 4; i++) {
            y[i] = start[p] + (end[p] - start[p]) * (double)i / 3;
            y[4 + i] = fmax(y[i] - .03 - .03 * (double)i, 0);
            y[8 + i] = fmin(y[i] + .03 + .03 * (double)i, 1);
        }
        panel[p] = (struct tn_small){title[p], y, y + 4, y + 8, NULL};
    }
    struct tn_multiples m = {true, 4, year, 3, 12, panel};
    return tn_figure_multiples(&arena, &f, &m);
}

static struct tn_figure multiples_odd(void)
{
    struct tn_frame f = frame("multiples-odd", "Một năm, hai ô", "");
    static const char *const year[] = {"2024"};
    static const double zero[] = {0}, gone[] = {NONE};
    struct tn_small *panel = tn_new(&arena, struct tn_small, 2);
    panel[0] = (struct tn_small){HOSTILE, zero, NULL, NULL, NULL};
    panel[1] = (struct tn_small){"Không rõ", gone, gone, gone, NULL};
    struct tn_multiples m = {true, 1, year, 1, 2, panel};
    return tn_figure_multiples(&arena, &f, &m);
}

/* n chances about the middle, as a bell. */
static const double *bell(size_t n, double middle, double sd)
{
    double *p = tn_new(&arena, double, n), sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += p[i] = exp(-pow(((double)i - middle) / sd, 2) / 2);
    for (size_t i = 0; i < n; i++)
        p[i] /= sum;
    return p;
}

static struct tn_figure panels_all(void)
{
    struct tn_frame f = frame("panels",
                              "Xã Minh Sơn khó đạt chỉ tiêu nhất: xác suất 24 %",
                              "Xác suất của từng số hộ thoát nghèo, theo xã");
    const struct tn_law_panel panel[] = {
        {"Minh Sơn", "24 %", 27, bell(27, 9, 3), 12},
        {"Cẩm Bình", "53 %", 68, bell(68, 23, 6), 23},
        {"Xã có tên dài lắm dài lắm", "99,9 %", 401, bell(401, 180, 30), 90},
        {HOSTILE, "0,0 %", 30, bell(30, 4, 2), 29},
        {"Không giao", NULL, 12, bell(12, 3, 2), TN_COUNT_NONE},
        {"Một hộ", "100 %", 2, bell(2, 1, 1), 0},
        {"Không hộ nào", "-", 1, bell(1, 0, 1), TN_COUNT_NONE},
    };
    struct tn_law_panels of = {sizeof panel / sizeof *panel, panel};

    return tn_figure_panels(&arena, &f, &of);
}

static struct tn_figure panels_one(void)
{
    struct tn_frame f = frame("panels-one", "Một xã", NULL);
    const struct tn_law_panel panel[] = {{"Cẩm Bình", "53 %", 68, bell(68, 23, 6), 23}};
    struct tn_law_panels of = {1, panel};

    return tn_figure_panels(&arena, &f, &of);
}

static struct tn_figure heat_of(const char *name, size_t rows, size_t cols)
{
    struct tn_frame f = frame(
        name, "Thiếu hụt tập trung ở việc làm và bảo hiểm y tế",
        "Tỷ lệ hộ nghèo thiếu hụt theo thôn và chỉ số; số trong ô: số "
        "hộ");
    static const char *const col[] = {"Việc làm",           "Người phụ thuộc",
                                      "Dinh dưỡng",         "Bảo hiểm y tế",
                                      "Giáo dục người lớn", "Trẻ em đi học",
                                      "Chất lượng nhà ở",   "Diện tích nhà ở",
                                      "Nước sinh hoạt",     "Nhà tiêu hợp vệ sinh",
                                      "Dịch vụ Internet",   "Phương tiện thông tin"};
    static const char *const row[] = {"Bình Hòa 1 (6 hộ)",
                                      "Bình Hòa 3 (1 hộ)",
                                      "Bình Hòa 5 (8 hộ)",
                                      "Hạc Sơn (9 hộ)",
                                      "Tô (8 hộ)",
                                      "Xanh (5 hộ)",
                                      "Bình Sơn (8 hộ)",
                                      "Bình Yên (6 hộ)",
                                      "Sẻ (1 hộ)",
                                      "Vinh (1 hộ)",
                                      "Thôn có tên rất dài không vừa một dòng (14 hộ)"};
    double *share = tn_new(&arena, double, rows *cols);
    const char **text = tn_new(&arena, const char *, rows *cols);
    for (size_t i = 0; i < rows * cols; i++) {
        share[i] = (double)(i * 7 % 11) / 10;
        text[i] = share[i] > 0 ? tn_say_count(&arena, TN_VI, (long)(i * 7 % 11)) : NULL;
    }
    share[rows * cols - 1] = NONE;
    text[rows * cols - 1] = NULL;
    struct tn_heat h = {rows, cols, row, col, share, text};
    return tn_figure_heat(&arena, &f, &h);
}

static struct tn_figure heat_all(void)
{
    return heat_of("heat", 11, 12);
}

static struct tn_figure heat_small(void)
{
    return heat_of("heat-small", 2, 2);
}

static struct tn_figure tornado_all(void)
{
    struct tn_frame f = frame("tornado",
                              "Vốn vay và giải ngân là hai đòn bẩy xã có thể tác động",
                              "Xác suất đạt chỉ tiêu 23 hộ khi thay đổi từng giả định");
    static const struct tn_tornado_row row[] = {
        {"Xác suất thoát nghèo nền", .215, .558, "24 %", "34 %"},
        {"Số hộ được vay vốn ưu đãi", .269, .492, "10", "30"},
        {"Tỷ lệ giải ngân đúng hạn", .284, .46, "60 %", "100 %"},
        {"Biến động chung trong năm, gồm cả thiên tai và dịch bệnh", .35, .438, "0,10",
         "0,45"},
        {"Không ảnh hưởng", .396, .396, "1", "2"},
        {"Cả hai về một phía", .41, .43, "thấp", "cao"},
    };
    struct tn_tornado t = {
        .396, "mức nền 39,6 %", "giá trị bất lợi", "giá trị thuận lợi", 6, row};
    return tn_figure_tornado(&arena, &f, &t);
}

static struct tn_figure dumbbells_quota(void)
{
    struct tn_frame f = frame("dumbbells", "Chợ được giao quá sức, Bình Sơn còn dư sức",
                              "Chỉ tiêu đang giao và chỉ tiêu công bằng, theo thôn");
    static const struct tn_dumbbell_row row[] = {
        {"Chợ", 7, 5, {"24 %", "57 %"}},        {"Hạc Sơn", 3, 2, {"34 %", "62 %"}},
        {"Tô", 3, 3, {"46 %", "46 %"}},         {"Bình Sơn", 2, 3, {"86 %", "61 %"}},
        {"Thôn không rõ", NONE, 1, {"-", "-"}}, {"Vinh", 0, 0, {"100 %", "100 %"}},
    };
    struct tn_dumbbells d = {.from = "đang giao",
                             .to = "công bằng",
                             .column_title = {"đang giao", "công bằng"},
                             .rows = 6,
                             .row = row};
    return tn_figure_dumbbells(&arena, &f, &d);
}

static struct tn_figure dumbbells_whatif(void)
{
    struct tn_frame f = frame("dumbbells-whatif",
                              "Thêm vốn vay đưa khả năng đạt từ 40 % lên 63 %",
                              "Xác suất đạt chỉ tiêu: kế hoạch hiện nay và kịch bản");
    static const struct tn_dumbbell_row row[] = {{"Hộ nghèo", .396, .63, {NULL, NULL}},
                                                 {HOSTILE, .02, .01, {NULL, NULL}}};
    struct tn_dumbbells d = {
        .percent = true, .from = "kế hoạch", .to = "kịch bản", .rows = 2, .row = row};
    return tn_figure_dumbbells(&arena, &f, &d);
}

static struct tn_figure bars_goals(void)
{
    struct tn_frame f = frame("bars-goals", "Ba trong năm mục tiêu đã đạt từ đầu năm",
                              "Tỷ lệ hộ nghèo đạt chuẩn và mục tiêu của kế hoạch");
    static const struct tn_bar row[] = {
        {"Diện tích nhà ở", .88, .8, "88 %", "đã đạt", true},
        {"Sử dụng dịch vụ viễn thông", .66, 1, "66 %", "còn thiếu 23 hộ", false},
        {"Bảo hiểm y tế", .15, .9, "15 %", "còn thiếu 51 hộ", false},
        {"Trẻ em trong độ tuổi được đi học đúng cấp học, đúng độ tuổi", 1, 1, "100 %",
         "đã đạt", true},
        {"Nước sạch", .85, .87, "85 %", "còn thiếu 2 hộ", false},
        {"Không rõ", NONE, .5, "-", NULL, false},
    };
    struct tn_bars b = {"hiện nay", "mục tiêu", "Kết quả", 6, row};
    return tn_figure_bars(&arena, &f, &b);
}

static struct tn_figure bars_plain(void)
{
    struct tn_frame f = frame("bars-plain", "Việc làm góp gần một phần ba chỉ số", "");
    static const struct tn_bar row[] = {
        {"Việc làm", .32, NONE, "32 %", NULL, true},
        {"Bảo hiểm y tế", .28, NONE, "28 %", NULL, false},
        {"Khác", 0, NONE, "0 %", NULL, false},
    };
    struct tn_bars b = {.rows = 3, .row = row};
    return tn_figure_bars(&arena, &f, &b);
}

static struct tn_figure calibration_all(void)
{
    struct tn_frame f = frame("calibration", "Dự báo 70 % thì thật sự xảy ra 66 %",
                              "Tỷ lệ đạt chỉ tiêu theo xác suất đã dự báo");
    static const double forecast[] = {.05, .15, .3, .5, .7, .9};
    static const double observed[] = {.02, .17, .28, .55, .66, NONE};
    static const double low[] = {0, .08, .18, .4, .5, NONE};
    static const double high[] = {.1, .3, .4, .68, .8, NONE};
    static const char *const text[] = {"n = 41", "n = 36", "n = 52",
                                       "n = 38", "n = 29", "n = 0"};
    struct tn_calibration c = {
        "Xác suất dự báo", "Tỷ lệ thực tế", 6, forecast, observed, low, high, text};
    return tn_figure_calibration(&arena, &f, &c);
}

static struct tn_figure histogram_pit(void)
{
    struct tn_frame f = frame("histogram", "Dự báo hơi quá tự tin: hai đầu cao hơn giữa",
                              "Vị trí của kết quả thực tế trong phân bố dự báo (PIT)");
    static const double height[] = {62, 51, 44, 39, 41, 45, 47, 49, 55, 67};
    struct tn_histogram h = {"Vị trí trong phân bố dự báo",
                             "nếu dự báo đúng: 50",
                             0,
                             1,
                             true,
                             10,
                             height,
                             50,
                             37,
                             64};
    return tn_figure_histogram(&arena, &f, &h);
}

static struct tn_figure histogram_empty(void)
{
    struct tn_frame f = frame("histogram-empty", "Chưa có dự báo nào để chấm", NULL);
    static const double height[] = {0, 0};
    struct tn_histogram h = {NULL, NULL, 0, 10, false, 2, height, NONE, NONE, NONE};
    return tn_figure_histogram(&arena, &f, &h);
}

static figure_maker *const every[] = {
    lines_fan,        lines_curve, lines_slope, lines_odd,       multiples_all,
    multiples_odd,    heat_all,    heat_small,  tornado_all,     dumbbells_quota,
    dumbbells_whatif, bars_goals,  bars_plain,  calibration_all, histogram_pit,
    histogram_empty,  panels_all,  panels_one,
};
enum { FIGURES = sizeof every / sizeof *every };

FIGURE_TESTS

/* The move of all labels is the least there is: checked against the best of a fine
 * grid for three labels. */
static void labels_are_moved_apart_as_little_as_can_be(void **state)
{
    (void)state;
    for_cases (60) {
        double want[3], got[3], best = INFINITY, cost = 0;
        for (uint64_t i = 0; i < 3; i++)
            got[i] = want[i] = 20 + 25 * case_uniform(i);
        tn_page_spread(&arena, 3, got, 10, -1e6, 1e6);
        for (int i = 0; i < 3; i++) {
            cost += (got[i] - want[i]) * (got[i] - want[i]);
            for (int k = 0; k < i; k++) {
                assert_true(fabs(got[i] - got[k]) >= 10 - 1e-9);
                assert_true((got[i] < got[k]) == (want[i] < want[k]));
            }
        }
        for (int a = 0; a < 140; a++)
            for (int b = 0; b < 140; b++)
                for (int c = 0; c < 140; c++) {
                    double y[3] = {a * .5, b * .5, c * .5};
                    if (fabs(y[0] - y[1]) < 10 || fabs(y[0] - y[2]) < 10 ||
                        fabs(y[1] - y[2]) < 10)
                        continue;
                    double sum = 0;
                    for (int i = 0; i < 3; i++)
                        sum += (y[i] - want[i]) * (y[i] - want[i]);
                    best = fmin(best, sum);
                }
        assert_true(cost <= best + 1e-9);
    }
}

static void labels_keep_within_their_bounds(void **state)
{
    (void)state;
    double y[] = {5, 95, 96, 4, 97};
    tn_page_spread(&arena, 5, y, 10, 0, 100);
    check_rel(y[3], 0, 0);
    check_rel(y[0], 10, 1e-12);
    check_rel(y[1], 80, 1e-12);
    check_rel(y[2], 90, 1e-12);
    check_rel(y[4], 100, 1e-12);
    tn_page_spread(&arena, 0, y, 10, 0, 100);
    check_rel(y[4], 100, 0);
}

/* --- the palette, read out of a script --- */

struct rgb {
    double v[3];   // linear light, 0 to 1
};

static struct rgb colour(const char *script, const char *name)
{
    char key[32];
    unsigned hex = 0;
    struct rgb c;
    snprintf(key, sizeof key, "%s = '#", name);
    assert_int_equal(sscanf(strstr(script, key) + strlen(key), "%6x", &hex), 1);
    for (int i = 0; i < 3; i++) {
        double s = (double)(hex >> (16 - 8 * i) & 0xFF) / 255;
        c.v[i] = s <= 0.04045 ? s / 12.92 : pow((s + 0.055) / 1.055, 2.4);
    }
    return c;
}

/* How those see it who lack one kind of cone (Machado, Oliveira and Fernandes 2009,
 * severity 1). */
static struct rgb seen(struct rgb c, int kind)
{
    static const double m[4][3][3] = {
        {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        {{0.152286, 1.052583, -0.204868},
         {0.114503, 0.786281, 0.099216},
         {-0.003882, -0.048116, 1.051998}},
        {{0.367322, 0.860646, -0.227968},
         {0.280085, 0.672501, 0.047413},
         {-0.011820, 0.042940, 0.968881}},
        {{1.255528, -0.076749, -0.178779},
         {-0.078411, 0.930809, 0.147602},
         {0.004733, 0.691367, 0.303900}},
    };
    struct rgb out = {{0, 0, 0}};
    for (int i = 0; i < 3; i++) {
        for (int k = 0; k < 3; k++)
            out.v[i] += m[kind][i][k] * c.v[k];
        out.v[i] = fmin(fmax(out.v[i], 0), 1);
    }
    return out;
}

static double luminance(struct rgb c)
{
    return 0.2126 * c.v[0] + 0.7152 * c.v[1] + 0.0722 * c.v[2];
}

static double lab_f(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

/* CIE 1976 difference under D65. */
static double difference(struct rgb a, struct rgb b)
{
    double lab[2][3];
    for (int i = 0; i < 2; i++) {
        const double *v = i ? b.v : a.v;
        double x = lab_f((0.4124 * v[0] + 0.3576 * v[1] + 0.1805 * v[2]) / 0.95047);
        double y = lab_f(luminance(i ? b : a));
        double z = lab_f((0.0193 * v[0] + 0.1192 * v[1] + 0.9505 * v[2]) / 1.08883);
        lab[i][0] = 116 * y - 16;
        lab[i][1] = 500 * (x - y);
        lab[i][2] = 200 * (y - z);
    }
    return sqrt(pow(lab[0][0] - lab[1][0], 2) + pow(lab[0][1] - lab[1][1], 2) +
                pow(lab[0][2] - lab[1][2], 2));
}

static void colours_stay_apart_for_everybody_and_in_grey(void **state)
{
    (void)state;
    static const char *const name[] = {"cA", "cB", "cC", "cAl"};
    const char *script = bars_plain().script;
    for (int i = 0; i < 4; i++)
        for (int k = 0; k < i; k++) {
            struct rgb a = colour(script, name[i]), b = colour(script, name[k]);
            for (int kind = 0; kind < 4; kind++)
                if (difference(seen(a, kind), seen(b, kind)) < 25)
                    fail_msg("%s and %s are too close for kind %d", name[i], name[k],
                             kind);
            double grey = 116 * fabs(lab_f(luminance(a)) - lab_f(luminance(b)));
            if (grey < 10)
                fail_msg("%s and %s are too close in grey: %.1f", name[i], name[k], grey);
        }
    static const char *const text[] = {"ink", "soft", "cA", "cB"};
    for (int i = 0; i < 4; i++)   // contrast of text on white, as WCAG 2 asks
        assert_true(1.05 / (luminance(colour(script, text[i])) + 0.05) >= 4.5);
}

int main(void)
{
    const struct CMUnitTest figure[] = {
        alone(scripts_are_as_reviewed),
        alone(each_kind_is_drawn_in_each_format),
        alone(no_words_overlap_or_leave_the_page),
        alone(an_svg_is_well_formed_and_says_what_it_shows),
        alone(colours_stay_apart_for_everybody_and_in_grey),
        property(labels_are_moved_apart_as_little_as_can_be),
        cmocka_unit_test(labels_keep_within_their_bounds),
    };
    return cmocka_run_group_tests(figure, NULL, clean);
}
