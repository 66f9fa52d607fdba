/* SPDX-License-Identifier: GPL-3.0-or-later */
/* main.c -- find the subcommand, run it, write its answer. Nothing else. */
#include "cli.h"
#include "team.h"

#include "tn/base/file.h"
#include "tn/base/undo.h"
#include "tn/base/utf8.h"
#include "tn/study/setup.h"
#include "tn/words/cli.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DONE = 0, FAILED = 1, WRONG = 2, MAX_FINDINGS = 20 };

static void list_commands(FILE *out, enum tn_lang lang)
{
    const char *group = "";

    fputs(tn_pick(lang, TN_W_USAGE_ALL), out);
    for (const struct cli_command *const *c = cli_commands; *c; c++) {
        if (strcmp(group, (*c)->group.text[lang]) != 0)
            fprintf(out, "\n%s\n", (*c)->group.text[lang]);
        group = (*c)->group.text[lang];
        fprintf(out, "  %-11s %s\n", (*c)->name, (*c)->summary.text[lang]);
    }
    cli_list_files(out, lang);
    fprintf(out, "\n%s", tn_pick(lang, TN_W_MORE_HELP));
}

static const struct cli_command *find_command(const char *name)
{
    for (const struct cli_command *const *c = cli_commands; *c; c++)
        if (strcmp((*c)->name, name) == 0)
            return *c;
    return NULL;
}

static const char *severity(enum tn_lang lang, enum tn_severity s)
{
    return s == TN_ERROR     ? tn_pick(lang, TN_W_ERROR)
           : s == TN_WARNING ? tn_pick(lang, TN_W_WARNING)
                             : tn_pick(lang, TN_W_NOTE);
}

/* Paths and words of the command line are anybody's too: nothing of them may reach a
 * terminal but what can be seen. */
static void print_finding(struct tn_arena *arena, const struct tn_finding *f,
                          enum tn_lang lang)
{
    if (f->file)
        fprintf(stderr, "%s:", tn_utf8_safe(arena, f->file));
    if (f->line > 0)
        fprintf(stderr, "%ld:", f->line);
    if (f->line > 0 && f->column > 0)
        fprintf(stderr, "%ld:", f->column);
    fprintf(stderr, "%s%s: %s\n", f->file ? " " : "", severity(lang, f->severity),
            tn_utf8_safe(arena, f->text.text[lang]));
}

static size_t at_most(size_t n, size_t room)
{
    return n < room ? n : room;
}

/* In order of place; where there are too many, what must be mended gets its room first.
 */
static void print_findings(struct cli_call *call, enum tn_lang lang)
{
    const struct tn_findings *all = &call->findings;
    struct tn_finding **sorted = tn_findings_sorted(call->arena, all);
    size_t notes = call->common.quiet ? 0 : all->notes;
    size_t n = all->errors + all->warnings + all->notes, room[3];

    room[TN_ERROR] = at_most(all->errors, MAX_FINDINGS);
    room[TN_WARNING] = at_most(all->warnings, MAX_FINDINGS - room[TN_ERROR]);
    room[TN_NOTE] = at_most(notes, MAX_FINDINGS - room[TN_ERROR] - room[TN_WARNING]);
    size_t left = all->errors + all->warnings + notes - room[TN_ERROR] -
                  room[TN_WARNING] - room[TN_NOTE];
    for (size_t i = 0; i < n; i++) {
        if (!room[sorted[i]->severity])
            continue;
        room[sorted[i]->severity]--;
        print_finding(call->arena, sorted[i], lang);
    }
    if (left)
        fprintf(stderr, "%s\n", tn_say(call->arena, lang, TN_W_MORE_FINDINGS, left));
}

static int complain(struct cli_call *call, const struct tn_err *err)
{
    enum tn_lang lang = (enum tn_lang)call->common.lang;

    if (!call->findings.errors) {
        cli_team_hold();
        fprintf(stderr, "thoatngheo: %s%s%s\n", tn_utf8_safe(call->arena, err->place),
                err->place[0] ? ": " : "", tn_utf8_safe(call->arena, err->text[lang]));
    }
    bool wrong = err->fault == TN_EUSAGE || err->fault == TN_EDATA;
    return wrong && !call->findings.failed ? WRONG : FAILED;
}

/* What mpirun passes on says nothing of where it goes. */
static int wants_colour(void)
{
    const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

    return !cli_team() && isatty(STDOUT_FILENO) && !(no && *no) && term &&
           strcmp(term, "dumb") != 0;
}

static void write_doc(struct cli_call *call, FILE *out, int colour)
{
    struct tn_text_options text = {(enum tn_lang)call->common.lang, colour, 0};

    if (call->common.format == CLI_CSV)
        tn_csv_write(out, &call->doc);
    else if (call->common.format == CLI_JSON)
        tn_json_write(out, &call->doc);
    else
        tn_text_write(call->arena, out, &call->doc, &text);
}

static enum tn_fault write_answer(struct cli_call *call, struct tn_err *err)
{
    if (!call->doc.title.text[0] || !tn_team_answers(cli_team()))
        return TN_OK;
    call->doc.source.version = "thoatngheo " TN_VERSION;
    if (call->common.output) {
        struct tn_file file = {0};
        enum tn_fault fault = cli_file_begin(call, call->common.output, &file, err);
        if (fault)
            return fault;
        write_doc(call, file.out, 0);
        return tn_file_commit(&file, err);
    }
    write_doc(call, stdout, wants_colour());
    return TN_OK;
}

static enum tn_fault run(struct cli_call *call, int argc, char *argv[],
                         struct tn_err *err)
{
    enum tn_fault fault = cli_parse(argc, argv, call, err);

    if (fault)
        return fault;
    if (call->common.help && !tn_team_answers(cli_team()))
        return TN_OK;
    if (call->common.help) {
        cli_help(stdout, call->command, (enum tn_lang)call->common.lang);
        return TN_OK;
    }
    if (call->common.output)
        fault = cli_spare_inputs(call, call->common.output, err);
    if (!fault)
        fault = call->command->run(call, err);
    if (call->findings.errors)
        cli_team_hold();
    if (call->findings.errors || tn_team_answers(cli_team()))
        print_findings(call, (enum tn_lang)call->common.lang);
    return fault ? fault : write_answer(call, err);
}

/* A reader who closed the pipe (| head) has seen what he wanted. */
static bool reader_gone(void)
{
    struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};

    return poll(&out, 1, 0) > 0 && (out.revents & POLLERR) != 0;
}

static enum tn_fault flush_answer(struct tn_err *err)
{
    enum tn_fault fault = tn_file_flush(stdout, "stdout", err);

    return fault && reader_gone() ? TN_OK : fault;
}

static enum tn_lang lang_of_machine(void)
{
    static const char *const variable[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (size_t i = 0; i < sizeof variable / sizeof *variable; i++) {
        const char *value = getenv(variable[i]);
        if (value && *value)
            return strncmp(value, "en", 2) == 0 ? TN_EN : TN_VI;
    }
    return TN_VI;
}

/* --lang may be asked for before any command is known. */
static enum tn_lang lang_of_arguments(int argc, char *argv[])
{
    for (int i = 1; i < argc; i++) {
        const char *value = NULL;
        if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            value = argv[i + 1];
        else if (strncmp(argv[i], "--lang=", 7) == 0)
            value = argv[i] + 7;
        if (value)
            return strcmp(value, "en") == 0 ? TN_EN : TN_VI;
    }
    return lang_of_machine();
}

static int run_command(const struct cli_command *command, enum tn_lang lang, int argc,
                       char *argv[])
{
    struct tn_arena arena = {0};
    struct tn_err err = {0};
    struct cli_call call = {.arena = &arena, .command = command};

    call.doc.source.seed = TN_COUNT_NONE;
    call.common.lang = (int)lang;
    enum tn_fault fault = run(&call, argc, argv, &err);
    if (!fault)
        fault = flush_answer(&err);
    int status = fault ? complain(&call, &err) : call.exit_status;
    tn_arena_free(&arena);
    return status;
}

/* What was printed outside any command has come out, or it is said. */
static int finish(enum tn_lang lang)
{
    struct tn_err err = {0};

    if (!flush_answer(&err))
        return DONE;
    fprintf(stderr, "thoatngheo: %s: %s\n", err.place, err.text[lang]);
    return FAILED;
}

static int no_command(const char *name, enum tn_lang lang)
{
    struct tn_arena arena = {0};
    const char *near = cli_nearest_command(name);

    name = tn_utf8_safe(&arena, name);
    fprintf(stderr, "thoatngheo: %s\n",
            near ? tn_say(&arena, lang, TN_W_NO_COMMAND_NEAR, name, near)
                 : tn_say(&arena, lang, TN_W_NO_COMMAND, name));
    tn_arena_free(&arena);
    return WRONG;
}

/* Of a team the first process does whatever cannot be shared. */
static bool has_part(int argc, char *argv[])
{
    const struct cli_command *command = argc > 1 ? find_command(argv[1]) : NULL;

    return tn_team_answers(cli_team()) || (command && command->shared);
}

static int dispatch(int argc, char *argv[])
{
    enum tn_lang lang = lang_of_arguments(argc, argv);
    if (argc > 2 && strcmp(argv[1], "--lang") == 0)   // --lang en COMMAND ...
        argc -= 2, argv += 2;
    if (!has_part(argc, argv))
        return DONE;
    if (argc < 2) {
        list_commands(stderr, lang);
        return WRONG;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0) {
        list_commands(stdout, lang);
        return finish(lang);
    }
    if (strcmp(argv[1], "--version") == 0) {
        puts("thoatngheo " TN_VERSION);
        return finish(lang);
    }
    const struct cli_command *command = find_command(argv[1]);
    if (!command)
        return no_command(argv[1], lang);
    return run_command(command, lang, argc - 1, argv + 1);
}

/* Told to stop: nothing is left, nothing more is written. */
static void stop(int sig)
{
    tn_undo_all();
    _exit(128 + sig);
}

/* A closed pipe and a file beyond its limit are errors of a write. SIGHUP is left as it
 * is where it is ignored (nohup). */
static void heed_signals(void)
{
    static const int stops[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction act = {.sa_handler = stop}, before;

    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    sigfillset(&act.sa_mask);
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (stops[i] != SIGHUP || sigaction(SIGHUP, NULL, &before) != 0 ||
            before.sa_handler != SIG_IGN)
            sigaction(stops[i], &act, NULL);
    tn_undo_release();   // also where whoever started us had put them off
}

/* No file of ours may be given the number of a standard stream that is closed, and get
 * what was meant for people. What stands there instead refuses what the stream is for. */
static void hold_places(void)
{
    static const int mode[] = {O_WRONLY, O_RDONLY, O_RDONLY};

    for (int fd = 0; fd < 3; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            (void)open("/dev/null", mode[fd]);   // the lowest number that is free
}

int main(int argc, char *argv[])
{
    hold_places();
    heed_signals();
    (void)atexit(tn_undo_all);   // a library may exit: libgomp does, for want of memory
    cli_team_begin(&argc, &argv);
    tn_setup();
    return cli_team_end(dispatch(argc, argv));
}
