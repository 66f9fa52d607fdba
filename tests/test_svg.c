/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: what gnuplot 5.4 writes, in small, and what is to become of it. */
#include "check.h"
#include "tn/out/svg.h"

#include <string.h>

static struct tn_arena arena;

static int clean(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

static const char *finished(const char *bytes, const char *title, const char *description)
{
    size_t len;
    struct tn_svg svg = {
        .title = title, .description = description, .prefix = "villages"};
    const char *text = tn_svg_finish(&arena, strlen(bytes), bytes, &svg, &len);
    assert_int_equal(strlen(text), len);
    return text;
}

static void the_picture_says_what_it_is(void **state)
{
    (void)state;
    assert_string_equal(
        finished("<?xml version=\"1.0\"?>\n<svg \n viewBox=\"0 0 1 1\"\n>\n"
                 "<title>Gnuplot</title>\n<desc>Produced by GNUPLOT</desc>\n</svg>\n",
                 "Chợ <7> & \"x\"", "24 %"),
        "<?xml version=\"1.0\"?>\n<svg \n viewBox=\"0 0 1 1\"\n role=\"img\" "
        "aria-labelledby=\"villages-title villages-desc\">\n"
        "<title id=\"villages-title\">Chợ &lt;7&gt; &amp; &quot;x&quot;</title>\n"
        "<desc id=\"villages-desc\">24&#160;%</desc>\n\n\n\n</svg>\n");
}

static void tool_tips_go_and_ids_get_a_prefix(void **state)
{
    (void)state;
    assert_string_equal(
        finished("<g id=\"gnuplot_plot_1\" ><title>$D using (1>0):2</title>\n"
                 "<use xlink:href='#gpPt6' x='1'/><circle id='gpDot' r='1'/></g>",
                 "", ""),
        "<g id=\"villages-gnuplot_plot_1\" >\n"
        "<use xlink:href='#villages-gpPt6' x='1'/><circle id='villages-gpDot' "
        "r='1'/></g>");
}

static void faces_have_families_and_weights(void **state)
{
    (void)state;
    assert_string_equal(
        finished("<g fill=\"x\" font-family=\"Noto Sans:Bold\" font-size=\"9\">"
                 "<g font-family=\"Noto Sans\" a=\"b\"></g></g>",
                 "", ""),
        "<g fill=\"x\" font-family=\"'Noto Sans','Segoe UI','DejaVu "
        "Sans',Arial,sans-serif\" "
        "font-weight=\"bold\" font-size=\"9\">"
        "<g font-family=\"'Noto Sans','Segoe UI','DejaVu Sans',Arial,sans-serif\" "
        "a=\"b\">"
        "</g></g>");
}

/* What looks like an attribute or an end of a section, but is text, stays text. */
static void text_is_left_as_it_is(void **state)
{
    (void)state;
    assert_string_equal(
        finished(
            "<text>a ]]> id=\"x\" font-family=\"Noto Sans:Bold\" &lt;title&gt;</text>",
            "", ""),
        "<text>a ]]&gt; id=\"x\" font-family=\"Noto Sans:Bold\" &lt;title&gt;</text>");
    assert_string_equal(finished("", "", ""), "");
    assert_string_equal(finished("<title>never closed", "", ""), "<title>never closed");
}

int main(void)
{
    const struct CMUnitTest svg[] = {
        cmocka_unit_test(the_picture_says_what_it_is),
        cmocka_unit_test(tool_tips_go_and_ids_get_a_prefix),
        cmocka_unit_test(faces_have_families_and_weights),
        cmocka_unit_test(text_is_left_as_it_is),
    };
    return cmocka_run_group_tests(svg, NULL, clean);
}
