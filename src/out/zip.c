/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/zip.h"

#include "tn/words/file.h"

#include <stdbool.h>
#include <string.h>
#include <zip.h>

/* 1 January 1980, 00:00, as a ZIP file writes it. */
enum { DOS_TIME = 0, DOS_DATE = 0x21 };

static bool add_parts(zip_t *zip, size_t parts, const struct tn_zip_part part[])
{
    for (size_t i = 0; i < parts; i++) {
        zip_source_t *source = zip_source_buffer(zip, part[i].bytes, part[i].len, 0);
        if (!source)
            return false;
        zip_int64_t at = zip_file_add(zip, part[i].name, source, ZIP_FL_ENC_UTF_8);
        if (at < 0) {
            zip_source_free(source);
            return false;
        }
        zip_file_set_dostime(zip, (zip_uint64_t)at, DOS_TIME, DOS_DATE, 0);
        zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_DEFLATE, 9);
    }
    return true;
}

/* What was written, read back from the source that it was written to. */
static bool take(struct tn_arena *arena, zip_source_t *whole, size_t *len,
                 const char **bytes)
{
    zip_stat_t stat;

    if (zip_source_stat(whole, &stat) < 0 || !(stat.valid & ZIP_STAT_SIZE) ||
        zip_source_open(whole) < 0)
        return false;
    char *room = tn_new(arena, char, stat.size);
    zip_int64_t got = zip_source_read(whole, room, stat.size);
    zip_source_close(whole);
    *len = (size_t)stat.size;
    *bytes = room;
    return got == (zip_int64_t)stat.size;
}

enum tn_fault tn_zip(struct tn_arena *arena, size_t parts,
                     const struct tn_zip_part part[], size_t *len, const char **bytes,
                     struct tn_err *err)
{
    zip_error_t error;
    bool good = false;

    zip_error_init(&error);
    zip_source_t *whole = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_t *zip = whole ? zip_open_from_source(whole, ZIP_TRUNCATE, &error) : NULL;
    if (zip) {
        zip_source_keep(whole);
        if (add_parts(zip, parts, part) && zip_close(zip) == 0) {
            good = take(arena, whole, len, bytes);
        } else {
            zip_error_set(&error, zip_error_code_zip(zip_get_error(zip)), 0);
            zip_discard(zip);
        }
    }
    if (whole)
        zip_source_free(whole);
    int code = zip_error_code_zip(&error);
    zip_error_fini(&error);
    return good ? TN_OK : tn_fail(err, TN_EFILE, "zip", TN_W_FILE_OTHER, code, "libzip");
}
