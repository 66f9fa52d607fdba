/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a fuzz target promises, tried on every file of the corpus: linked to a target in
 * libFuzzer's place. */
#include <glob.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay(const char *path)
{
    FILE *in = fopen(path, "rb");
    static uint8_t bytes[1 << 20];

    if (!in)
        return 0;
    size_t len = fread(bytes, 1, sizeof bytes, in);
    fclose(in);
    uint8_t *exact = malloc(len + !len);   // so that a sanitizer sees its ends
    if (!exact)
        return 0;
    for (size_t i = 0; i < len; i++)
        exact[i] = bytes[i];
    LLVMFuzzerTestOneInput(exact, len);
    free(exact);
    return 1;
}

int main(int argc, char *argv[])
{
    glob_t files;
    size_t done = 0;

    (void)argc;
    LLVMFuzzerTestOneInput((const uint8_t *)"", 0);
    if (glob("tests/corpus/*/*", 0, NULL, &files) != 0)
        return 1;
    for (size_t i = 0; i < files.gl_pathc; i++)
        done += (size_t)replay(files.gl_pathv[i]);
    int all = done == files.gl_pathc && done > 100;
    globfree(&files);
    printf("[%s] %s\n", all ? "       OK " : "  FAILED  ", argv[0]);
    return !all;
}
