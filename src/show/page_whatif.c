/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The what-if of the page: the plan as data, the controls, the module. Nothing of it is
 * seen before the module runs, nor on paper. */
#include "page_parts.h"

#include "tn/base/digest.h"
#include "tn/base/memory.h"
#include "tn/out/html.h"
#include "tn/out/json.h"
#include "tn/show/likely.h"
#include "tn/words/forecast.h"
#include "tn/words/page.h"

#include <math.h>
#include <string.h>

/* As they are at build time; the module is empty where there was no compiler for it. */
__asm__(".section .rodata\n"
        "tn_page_script:\n"
        ".incbin \"src/show/page.js\"\n"
        "tn_page_module:\n"
        ".incbin \"" TN_WASM "\"\n"
        "tn_page_module_end:\n"
        ".balign 8\n"
        "tn_page_script_size: .quad tn_page_module - tn_page_script\n"
        "tn_page_module_size: .quad tn_page_module_end - tn_page_module\n"
        ".previous\n");

extern const char tn_page_script[], tn_page_module[];
extern const size_t tn_page_script_size, tn_page_module_size;

bool page_has_whatif(const struct page *page)
{
    return tn_page_module_size > 0 && page->of->results &&
           !page->of->results->model->scenario &&
           page->commune->households[TN_POOR] + page->commune->households[TN_NEAR_POOR] >
               0;
}

/* A policy for scripts names the bytes that may run. */
const char *page_script_digest(struct tn_arena *arena)
{
    struct tn_memory memory;
    struct tn_digest digest;
    char hex[TN_DIGEST_HEX];
    unsigned char bytes[SHA256_DIGEST_SIZE];

    tn_digest_start(&digest);
    tn_digest_add(&digest, tn_page_script_size, tn_page_script);
    tn_digest_finish(&digest, hex);
    for (size_t i = 0; i < sizeof bytes; i++) {
        int high = hex[2 * i], low = hex[2 * i + 1];
        bytes[i] = (unsigned char)((high < 'a' ? high - '0' : high - 'a' + 10) << 4 |
                                   (low < 'a' ? low - '0' : low - 'a' + 10));
    }
    tn_html_base64(tn_memory_open(&memory), sizeof bytes, bytes);
    return tn_memory_close(arena, &memory, NULL);
}

/* ---- the plan as data ---- */

static double middle(const struct page *page, enum tn_parameter_id id)
{
    return tn_prior_at(&page->of->results->model->prior[id], 0);
}

static void chances(const struct page *page, struct tn_json *json)
{
    for (int s = 0; s < TN_STATUSES; s++) {
        const double pair[2] = {middle(page, tn_chance_id((enum tn_status)s, false)),
                                middle(page, tn_chance_id((enum tn_status)s, true))};
        tn_json_reals(json, NULL, 2, pair);
    }
}

/* Place, status, planned, households, and what its terms add to the logit. */
static void classes(const struct page *page, struct tn_json *json)
{
    const struct tn_model *model = page->of->results->model;
    const struct tn_classes *all = &page->of->results->quota->classes;
    double *scaled = tn_new(page->arena, double, TN_PARAMETERS + model->terms);

    for (size_t id = 0; id < TN_PARAMETERS; id++)
        scaled[id] = tn_prior_scaled(&model->prior[id], 0);
    for (size_t k = 0; k < model->terms; k++)
        scaled[TN_PARAMETERS + k] = tn_prior_scaled(&model->term[k].prior, 0);
    for (size_t i = 0; i < all->n; i++) {
        const struct tn_class *c = &all->class[i];
        const double row[5] = {(double)c->village, (double)c->status, c->planned,
                               (double)c->households,
                               tn_class_logit(c, model->terms, scaled) -
                                   scaled[tn_chance_id(c->status, c->planned)]};
        tn_json_reals(json, NULL, 5, row);
    }
}

static void villages(const struct page *page, struct tn_json *json)
{
    const struct tn_village_term **term = tn_village_terms(page->arena, page->commune,
                                                           page->of->results->model);

    for (size_t v = 0; v < page->commune->villages; v++) {
        const struct tn_village *village = &page->commune->village[v];
        tn_json_row(json);
        for (int part = 0; part < 2; part++) {
            const long *of = part ? village->quota : village->households;
            const double pair[2] = {(double)of[TN_POOR], (double)of[TN_NEAR_POOR]};
            tn_json_reals(json, part ? "quota" : "households", 2, pair);
        }
        tn_json_real(json, "sd",
                     term[v] ? term[v]->prior.sd : middle(page, TN_VILLAGE_SD));
        tn_json_real(json, "shift", term[v] ? term[v]->prior.mean : 0);
        tn_json_end(json);
    }
}

static void households(const struct page *page, struct tn_json *json)
{
    const struct tn_classes *all = &page->of->results->quota->classes;

    for (size_t i = 0; i < page->commune->households_listed; i++) {
        tn_json_array(json, NULL);
        tn_json_text(json, NULL, page->commune->household[i].code);
        tn_json_count(json, NULL, (long)all->of_household[i]);
        tn_json_end(json);
    }
}

static void scale(const struct page *page, struct tn_json *json)
{
    static const double floor[] = {0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95};

    for (size_t i = 0; i < sizeof floor / sizeof *floor; i++) {
        tn_json_array(json, NULL);
        tn_json_real(json, NULL, floor[i]);
        tn_json_text(json, NULL, tn_likely(floor[i]).text[page->lang]);
        tn_json_end(json);
    }
}

static const char *module_text(const struct page *page)
{
    struct tn_memory memory;

    tn_html_base64(tn_memory_open(&memory), tn_page_module_size, tn_page_module);
    return tn_memory_close(page->arena, &memory, NULL);
}

static const char *plan_as_json(const struct page *page)
{
    static void (*const list[])(const struct page *, struct tn_json *) = {
        chances, classes, villages, households, scale};
    static const char *const key[] = {"chance", "classes", "village", "households",
                                      "scale"};
    struct tn_memory memory;
    struct tn_json json;

    tn_json_begin(&json, tn_memory_open(&memory));
    tn_json_text(&json, "lang", page->lang == TN_EN ? "en" : "vi");
    tn_json_real(&json, "yearSd", middle(page, TN_YEAR_SD));
    tn_json_real(&json, "placeSd", middle(page, TN_VILLAGE_SD));
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        tn_json_array(&json, key[i]);
        list[i](page, &json);
        tn_json_end(&json);
    }
    tn_json_text(&json, "module", module_text(page));
    tn_json_end(&json);
    size_t len;
    const char *lines = tn_memory_close(page->arena, &memory, &len);
    char *text = tn_arena_text(page->arena, lines, len);
    for (char *c = text; *c; c++)
        if (*c == '\n')   // a new line would be shown, not said
            *c = ' ';
    return text;
}

/* ---- the controls ---- */

struct slider {
    const char *id, *label;
    long low, high;
    double value;
};

static void slider(const struct page *page, const struct slider *s)
{
    fprintf(page->out, "<label for=\"w-%s\">", s->id);
    tn_html_text(page->out, s->label);
    fprintf(page->out,
            "</label><input type=\"range\" id=\"w-%s\" min=\"%ld\" max=\"%ld\" "
            "step=\"any\" value=\"%.17g\"><output id=\"w-%s-value\" for=\"w-%s\">"
            "</output>\n",
            s->id, s->low, s->high, s->value, s->id, s->id);
}

static void whole_slider(const struct page *page, const struct slider *s)
{
    fprintf(page->out, "<label for=\"w-%s\">", s->id);
    tn_html_text(page->out, s->label);
    fprintf(page->out,
            "</label><input type=\"range\" id=\"w-%s\" min=\"%ld\" max=\"%ld\" "
            "value=\"%.0f\"><output id=\"w-%s-value\" for=\"w-%s\"></output>\n",
            s->id, s->low, s->high, s->value, s->id, s->id);
}

static void chance_sliders(const struct page *page)
{
    static const struct {
        const char *id;
        enum tn_parameter_id parameter;
        struct tn_words label;
    } all[] = {
        {"p0", TN_PLANNED_POOR, {{TN_W_PT_PLANNED_POOR}}},
        {"u0", TN_UNPLANNED_POOR, {{TN_W_PT_UNPLANNED_POOR}}},
        {"p1", TN_PLANNED_NEAR_POOR, {{TN_W_PT_PLANNED_NEAR}}},
        {"u1", TN_UNPLANNED_NEAR_POOR, {{TN_W_PT_UNPLANNED_NEAR}}},
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct slider s = {all[i].id, all[i].label.text[page->lang], 1, 99,
                           100 * middle(page, all[i].parameter)};
        slider(page, &s);
    }
}

static void quota_sliders(const struct page *page)
{
    const struct tn_commune *c = page->commune;
    struct slider poor = {"q0", PICK(page, TN_W_W_QUOTA_POOR), 0, c->households[TN_POOR],
                          (double)c->quota[TN_POOR]};
    struct slider near = {"q1", PICK(page, TN_W_W_QUOTA_NEAR_POOR), 0,
                          c->households[TN_NEAR_POOR], (double)c->quota[TN_NEAR_POOR]};
    struct slider fallen = {"fallen", PICK(page, TN_W_W_FALLEN), 0,
                            c->households[TN_POOR], 0};

    whole_slider(page, &poor);
    whole_slider(page, &near);
    whole_slider(page, &fallen);
}

static void option(const struct page *page, const char *value, const char *text)
{
    fprintf(page->out, "<option value=\"%s\">", value);
    tn_html_text(page->out, text);
    fputs("</option>", page->out);
}

static void choice(const struct page *page)
{
    const struct tn_commune *c = page->commune;

    tn_html_element(page->out, "label for=\"w-who\"", PICK(page, TN_W_W_WHO));
    fputs("<select id=\"w-who\">", page->out);
    option(page, "none", PICK(page, TN_W_W_NOBODY));
    option(page, "all", PICK(page, TN_W_W_EVERYBODY));
    for (size_t v = 0; v < c->villages; v++)
        option(page, tn_say(page->arena, TN_EN, "village:%zu", "village:%zu", v),
               SAY(page, TN_W_W_VILLAGE, c->village[v].name));
    for (size_t i = 0; i < c->households_listed; i++)
        option(page,
               tn_say(page->arena, TN_EN, "household:%zu:%d", "household:%zu:%d", i,
                      (int)c->household[i].status),
               SAY(page, TN_W_W_HOUSEHOLD, c->household[i].code));
    fputs("</select><span></span>\n", page->out);
    tn_html_element(page->out, "label for=\"w-status\"", PICK(page, TN_W_W_STATUS));
    fputs("<select id=\"w-status\">", page->out);
    option(page, "0", PICK(page, TN_W_STATUS_POOR));
    option(page, "1", PICK(page, TN_W_STATUS_NEAR_POOR));
    fputs("</select><span></span>\n", page->out);
    whole_slider(page, &(struct slider){"p", PICK(page, TN_W_W_P), 0, 100, 90});
}

static void results(const struct page *page)
{
    static const struct tn_words title[TN_STATUSES] = {{{TN_W_W_MET_POOR}},
                                                       {{TN_W_W_MET_NEAR_POOR}}};

    fputs("<div class=\"results\" aria-live=\"polite\">\n", page->out);
    for (int s = 0; s < TN_STATUSES; s++) {
        fputs("<div>", page->out);
        tn_html_element(page->out, "span", title[s].text[page->lang]);
        fprintf(page->out, "<strong id=\"w-met%d\"></strong><em id=\"w-word%d\"></em>", s,
                s);
        fputs("<small>", page->out);
        tn_html_text(page->out, PICK(page, TN_W_W_MEAN));
        fprintf(page->out,
                " <b id=\"w-mean%d\"></b></small>"
                "<svg id=\"w-law%d\" viewBox=\"0 0 600 140\" aria-hidden=\"true\"></svg>"
                "</div>\n",
                s, s);
    }
    fputs("</div><p>", page->out);
    tn_html_text(page->out, PICK(page, TN_W_W_BOTH));
    fputs(" <b id=\"w-both\"></b></p>\n", page->out);
}

void page_whatif(const struct page *page)
{
    fputs("<div id=\"whatif\" hidden data-plan=\"", page->out);
    tn_html_text(page->out, plan_as_json(page));
    fputs("\">\n", page->out);
    tn_html_element(page->out, "p", PICK(page, TN_W_W_INTRO));
    results(page);
    fputs("<form autocomplete=\"off\">\n<fieldset><legend>", page->out);
    tn_html_text(page->out, PICK(page, TN_W_W_CHANCES));
    fputs("</legend>\n", page->out);
    chance_sliders(page);
    fputs("</fieldset>\n<fieldset><legend>", page->out);
    tn_html_text(page->out, PICK(page, TN_W_W_QUOTAS));
    fputs("</legend>\n", page->out);
    quota_sliders(page);
    fputs("</fieldset>\n<fieldset><legend>", page->out);
    tn_html_text(page->out, PICK(page, TN_W_W_CHOICE));
    fputs("</legend>\n", page->out);
    choice(page);
    fputs("</fieldset>\n", page->out);
    tn_html_element(page->out, "button type=\"button\" id=\"w-reset\"",
                    PICK(page, TN_W_W_RESET));
    fputs("</form></div>\n", page->out);
    tn_html_element(page->out, "noscript", PICK(page, TN_W_W_NO_SCRIPT));
}

void page_script(const struct page *page)
{
    fputs("<script>", page->out);
    fwrite(tn_page_script, 1, tn_page_script_size, page->out);
    fputs("</script>\n", page->out);
}
