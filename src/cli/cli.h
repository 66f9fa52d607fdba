/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cli.h -- what a subcommand is, and what it may use.
 *
 * To add one: write src/cli/cmd_NAME.c, which defines one const struct
 * cli_command; name it in commands.c; give it a case in tests/golden/. Its help
 * is made from its option table, so the two cannot drift apart.
 *
 * Exit status: 0 done; 1 the command failed (a file or a chart could not be
 * written); 2 wrong usage or wrong input; 3 audit found contradictions.
 */
#ifndef TN_CLI_CLI_H
#define TN_CLI_CLI_H

#include <stdio.h>

#include "tn/base/arena.h"
#include "tn/base/fault.h"
#include "tn/base/file.h"
#include "tn/base/finding.h"
#include "tn/data/commune.h"
#include "tn/out/doc.h"
#include "tn/study/model.h"

/* clang-format off */
enum cli_kind { CLI_FLAG, CLI_LONG, CLI_REAL, CLI_TEXT, CLI_CHOICE, CLI_LIST, CLI_ENCODING };
/* clang-format on */

struct cli_option {
    const char *name;    // without the dashes
    const char *value;   // what the help calls its value; null for CLI_FLAG;
                         // for CLI_CHOICE the words allowed, "table|csv|json"
    struct tn_words help;
    enum cli_kind kind;
    void *into;         // int, long, double, const char *, int (index), struct cli_list
    double low, high;   // of CLI_LONG and CLI_REAL, both allowed; 0, 0: no bound
};

/* The values of an option that may be given several times, in order. */
struct cli_list {
    size_t n;
    const char *value[64];
};

enum cli_format { CLI_TABLE, CLI_CSV, CLI_JSON };
enum cli_method { CLI_AUTO, CLI_EXACT, CLI_CONDITIONAL, CLI_SIMULATE };

/* The options that all commands share. */
struct cli_common {
    int format, lang, method;
    int names, quiet, help, version;
    int draws_given;             // else draws is the default
    long seed, draws, threads;   // threads 0: all
    const char *output, *encoding, *model;
    double max_mib;
};

struct cli_call {
    struct tn_arena *arena;
    const struct cli_command *command;
    struct cli_common common;
    size_t folders;
    char **folder;                 // what is left when the options are taken
    size_t inputs;                 // files read so far
    const char **input;            // their paths
    struct tn_findings findings;   // of reading; main prints them
    struct tn_doc doc;             // the answer, for main to write; title null: none
    int exit_status;               // where the answer itself is news (audit: 3)
};

struct cli_command {
    const char *name;
    struct tn_words group, summary;
    const char *arguments;             // for the usage line: "PLAN-FOLDER"
    const struct cli_option *option;   // ends with a null name; may be null
    enum tn_fault (*run)(struct cli_call *call, struct tn_err *err);
    int shared;   // whether several processes do it together (team.h); it writes
                  // nothing but the answer
    int files;    // whether its help lists the files of a plan
};

extern const struct cli_command *const cli_commands[];   // ends with a null

/* Take the options off argv[1..]; call->folder and call->folders become the rest.
 * Fails with TN_EUSAGE, naming the option and the nearest known one. */
TN_CHECKED enum tn_fault cli_parse(int argc, char *argv[], struct cli_call *call,
                                   struct tn_err *err);

void cli_help(FILE *out, const struct cli_command *command, enum tn_lang lang);

/* The files of a plan folder, as the schema has them. */
void cli_list_files(FILE *out, enum tn_lang lang);

/* Fails with TN_EUSAGE unless the call has exactly one folder. */
TN_CHECKED enum tn_fault cli_one_folder(const struct cli_call *call, struct tn_err *err);

/* Read the one plan folder of the call, and note its files as the answer's source.
 * Fails with TN_EUSAGE unless there is exactly one folder; else as tn_commune_read. */
TN_CHECKED enum tn_fault cli_read_plan(struct cli_call *call, struct tn_commune *commune,
                                       struct tn_err *err);

/* The same for the results of past years: history.csv may stand alone in its folder. */
TN_CHECKED enum tn_fault cli_read_history(struct cli_call *call,
                                          struct tn_commune *commune, struct tn_err *err);

/* The same for call->folder[i] of several. */
TN_CHECKED enum tn_fault cli_read_folder(struct cli_call *call, size_t i,
                                         struct tn_commune *commune, struct tn_err *err);

/* The exit model of a plan: the shipped defaults, replaced row by row by the folder's
 * model.csv, or by the file that --model names. */
TN_CHECKED enum tn_fault cli_read_model(struct cli_call *call,
                                        const struct tn_commune *commune,
                                        struct tn_model *model, struct tn_err *err);

/* What reading a file other than a plan's went wrong by: the first of call->findings. */
enum tn_fault cli_read_fault(struct cli_call *call, struct tn_err *err);

/* Fails with TN_EUSAGE where path, which is to be written, is a file that the call reads:
 * of its plan folders, or noted as a source; or is what --output names. */
TN_CHECKED enum tn_fault cli_spare_inputs(struct cli_call *call, const char *path,
                                          struct tn_err *err);

/* tn_file_begin for a path that the user named, if it spares the inputs. */
TN_CHECKED enum tn_fault cli_file_begin(struct cli_call *call, const char *path,
                                        struct tn_file *file, struct tn_err *err);

/* Name files as sources of the answer (the shipped model, say). */
void cli_note_inputs(struct cli_call *call, size_t n, const struct tn_input input[]);

/* All sources noted so far. */
struct tn_input *cli_inputs(struct cli_call *call, size_t *n);

/* The command whose name is nearest to a misspelt one, or null. */
const char *cli_nearest_command(const char *name);

#endif
