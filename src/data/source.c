/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/source.h"

#include "tn/words/data.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

enum { DEFAULT_MIB = 256, MIB = 1024 * 1024 };

/* How files that are no CSV begin. */
static const struct {
    const char *bytes;
    size_t len;
    enum { WORKBOOK, OLD_WORKBOOK, PDF, WEB_PAGE } what;
} beginning[] = {
    {"PK\x03\x04", 4, WORKBOOK},
    {"\xD0\xCF\x11\xE0", 4, OLD_WORKBOOK},
    {"%PDF", 4, PDF},
    {"<!", 2, WEB_PAGE},
    {"<html", 5, WEB_PAGE},
    {"<HTML", 5, WEB_PAGE},
    {"<?xml", 5, WEB_PAGE},
    {"<table", 6, WEB_PAGE},
};

static bool is_no_csv(struct tn_source *source, size_t len, const char *text)
{
    struct tn_reading *r = source->reading;

    while (len && (*text == ' ' || *text == '\n' || *text == '\r'))
        text++, len--;
    for (size_t i = 0; i < sizeof beginning / sizeof *beginning; i++) {
        if (len < beginning[i].len ||
            memcmp(text, beginning[i].bytes, beginning[i].len) != 0)
            continue;
        switch (beginning[i].what) {
        case WORKBOOK:
        case OLD_WORKBOOK:
            TN_FIND(r, TN_ERROR, 1, 0, TN_W_IS_WORKBOOK);
            break;
        case PDF:
            TN_FIND(r, TN_ERROR, 1, 0, TN_W_IS_PDF);
            break;
        case WEB_PAGE:
            TN_FIND(r, TN_ERROR, 1, 0, TN_W_IS_WEB_PAGE);
            break;
        }
        return true;
    }
    return false;
}

/* Read a block of raw bytes; false where the file ends for us. */
static bool fill(struct tn_source *source)
{
    struct tn_reading *r = source->reading;

    source->raw_len = fread(source->raw, 1, TN_SOURCE_BLOCK, source->in);
    source->taken += source->raw_len;
    source->ended = source->raw_len < TN_SOURCE_BLOCK;
    tn_digest_add(&source->digest, source->raw_len, source->raw);
    if (ferror(source->in)) {
        TN_FIND(r, TN_ERROR, 0, 0, TN_W_READ_ERROR, strerror(errno));
        r->broken = true;
        return false;
    }
    if (source->taken > source->limit) {
        TN_FIND(r, TN_ERROR, 0, 0, TN_W_FILE_TOO_BIG, source->limit / MIB);
        source->ended = true;
        return false;
    }
    return true;
}

static size_t mark_len(size_t len, const char *raw, const char **encoding)
{
    static const struct {
        const char *bytes;
        size_t len;
        const char *encoding;
    } mark[] = {{"\xEF\xBB\xBF", 3, "UTF-8"},
                {"\xFF\xFE", 2, "UTF-16LE"},
                {"\xFE\xFF", 2, "UTF-16BE"}};

    for (size_t i = 0; i < sizeof mark / sizeof *mark; i++)
        if (len >= mark[i].len && memcmp(raw, mark[i].bytes, mark[i].len) == 0) {
            *encoding = mark[i].encoding;
            return mark[i].len;
        }
    return 0;
}

/* UTF-16 without a mark: in its first bytes every second one is mostly NUL. */
static const char *told_by_nuls(size_t len, const char *raw)
{
    size_t looked = len < 512 ? len & ~(size_t)1 : 512, nul[2] = {0, 0};

    for (size_t i = 0; i < looked; i++)
        nul[i % 2] += raw[i] == '\0';
    if (looked >= 8 && nul[1] > looked / 4 && nul[0] <= looked / 16)
        return "UTF-16LE";
    if (looked >= 8 && nul[0] > looked / 4 && nul[1] <= looked / 16)
        return "UTF-16BE";
    return NULL;
}

/* Tell the encoding from the first block; gives the length of its mark. */
static size_t tell(struct tn_source *source)
{
    struct tn_reading *r = source->reading;
    const char *named = r->options->encoding, *told = NULL;
    size_t mark = mark_len(source->raw_len, source->raw, &told);

    if (!told)
        told = named ? named : told_by_nuls(source->raw_len, source->raw);
    if (!told)
        told = "UTF-8";
    else if (!mark)
        TN_FIND(r, TN_NOTE, 0, 0, TN_W_READ_AS, told);
    source->encoding = told;
    return mark;
}

static bool begin(struct tn_source *source)
{
    struct tn_reading *r = source->reading;

    source->raw = tn_new(r->arena, char, TN_SOURCE_BLOCK);
    source->text = tn_new(r->arena, char, TN_DECODE_GROWTH *(TN_SOURCE_BLOCK + 16));
    if (!fill(source))
        return false;
    size_t mark = tell(source);
    if (!tn_decoder_open(&source->decoder, source->encoding)) {
        TN_FIND(r, TN_ERROR, 0, 0, TN_W_NO_ENCODING, source->encoding);
        return false;
    }
    source->raw_len -= mark;
    memmove(source->raw, source->raw + mark, source->raw_len);
    if (!source->raw_len) {
        TN_FIND(r, TN_ERROR, 1, 0, TN_W_EMPTY_FILE);
        return false;
    }
    return !is_no_csv(source, source->raw_len, source->raw);
}

bool tn_source_open(struct tn_source *source, struct tn_reading *reading)
{
    struct stat status;
    double mib = reading->options->max_mib > 0 ? reading->options->max_mib : DEFAULT_MIB;

    *source = (struct tn_source){.reading = reading, .limit = (uint64_t)(mib * MIB)};
    tn_digest_start(&source->digest);
    source->in = fopen(reading->path, "rb");
    if (!source->in || fstat(fileno(source->in), &status) != 0) {
        TN_FIND(reading, TN_ERROR, 0, 0, TN_W_CANNOT_OPEN, strerror(errno));
        return false;
    }
    if (S_ISDIR(status.st_mode)) {
        TN_FIND(reading, TN_ERROR, 0, 0, TN_W_IS_FOLDER);
        return false;
    }
    return begin(source);
}

const char *tn_source_next(struct tn_source *source, size_t *len)
{
    if (!source->raw_len && (source->ended || !fill(source)))
        return NULL;
    if (source->decoder.how == TN_AS_UTF8) {
        *len = source->raw_len;
        source->raw_len = 0;
        return source->raw;
    }
    *len = tn_decode(&source->decoder, source->raw_len, source->raw, source->ended,
                     source->text);
    source->raw_len = 0;
    return source->text;
}

void tn_source_close(struct tn_source *source, char sha256[TN_DIGEST_HEX])
{
    tn_decoder_close(&source->decoder);
    if (!source->in)
        return;
    while (!source->ended && !source->reading->broken && fill(source))
        ;
    tn_digest_finish(&source->digest, sha256);
    fclose(source->in);
}
