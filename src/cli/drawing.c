/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing.h"

#include "tn/base/file.h"
#include "tn/base/utf8.h"
#include "tn/show/report.h"
#include "tn/words/pictures.h"
#include "tn/words/summary.h"

enum tn_fault cli_draw(struct cli_call *call, const char *folder, size_t n,
                       const struct tn_figure figure[], struct tn_err *err)
{
    enum tn_lang lang = (enum tn_lang)call->common.lang;
    struct tn_report report = {.lang = lang, .figures = n, .figure = figure};

    if (n == 0)
        return tn_fail(err, TN_EDATA, NULL, TN_W_PIC_NONE);
    enum tn_fault fault = tn_file_folder(folder, err);
    if (!fault)
        fault = tn_report_finish(
            &report, tn_report_charts(call->arena, &report, folder, err), err);
    if (!fault && !call->common.quiet)
        fprintf(stderr, "%s\n",
                tn_say(call->arena, lang, TN_W_PLOT_DONE, report.files,
                       tn_utf8_safe(call->arena, folder)));
    return fault;
}
