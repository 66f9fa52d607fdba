/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unzip.h -- the parts of a ZIP file in memory, by libzip's reader. */
#ifndef TN_TESTS_UNZIP_H
#define TN_TESTS_UNZIP_H

#include <string.h>
#include <zip.h>

#include "check.h"
#include "tn/base/arena.h"

/* The bytes of the part with a name, ended with a NUL; null where there is none.
 * *part_len may be null. */
static inline const char *unzip(struct tn_arena *arena, size_t len, const char *bytes,
                                const char *name, size_t *part_len)
{
    zip_error_t error;
    zip_stat_t stat = {0};

    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes, len, 0, &error);
    zip_t *zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    assert_non_null(zip);
    char *part = NULL;
    if (zip_stat(zip, name, 0, &stat) == 0) {
        zip_file_t *file = zip_fopen(zip, name, 0);
        assert_non_null(file);
        part = tn_new(arena, char, stat.size + 1);
        assert_int_equal(zip_fread(file, part, stat.size), stat.size);
        assert_int_equal(zip_fclose(file), 0);   // its checksum is right
        if (part_len)
            *part_len = (size_t)stat.size;
    }
    zip_discard(zip);
    return part;
}

#endif
