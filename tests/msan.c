/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What libraries that are not built for it write is told to the memory sanitizer: each
 * function stands before the library's own (-Wl,--wrap), calls it, and says which bytes
 * it has written. Part of builds with SAN=memory alone. */
#include <csv.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_qrng.h>
#include <gsl/gsl_sf_result.h>
#include <nettle/sha2.h>
#include <sanitizer/msan_interface.h>
#include <utf8proc.h>
#include <zip.h>

#define WRAPPED(type, name, ...)     \
    type __real_##name(__VA_ARGS__); \
    type __wrap_##name(__VA_ARGS__); \
    type __wrap_##name(__VA_ARGS__)

WRAPPED(int, csv_init, struct csv_parser *p, unsigned char options)
{
    int status = __real_csv_init(p, options);
    __msan_unpoison(p, sizeof *p);
    return status;
}

struct listener {
    void (*field)(void *, size_t, void *);
    void (*row)(int, void *);
    void *data;
};

static void field(void *text, size_t len, void *data)
{
    const struct listener *to = data;
    __msan_unpoison(text, len + 1);
    to->field(text, len, to->data);
}

static void row(int ended_by, void *data)
{
    const struct listener *to = data;
    to->row(ended_by, to->data);
}

WRAPPED(size_t, csv_parse, struct csv_parser *p, const void *text, size_t len,
        void (*f)(void *, size_t, void *), void (*r)(int, void *), void *data)
{
    struct listener to = {f, r, data};
    size_t taken = __real_csv_parse(p, text, len, field, row, &to);
    __msan_unpoison(p, sizeof *p);
    if (p->entry_pos)
        __msan_unpoison(p->entry_buf, p->entry_pos);   // the open field
    return taken;
}

WRAPPED(int, csv_fini, struct csv_parser *p, void (*f)(void *, size_t, void *),
        void (*r)(int, void *), void *data)
{
    struct listener to = {f, r, data};
    int status = __real_csv_fini(p, field, row, &to);
    __msan_unpoison(p, sizeof *p);
    return status;
}

WRAPPED(utf8proc_ssize_t, utf8proc_iterate, const utf8proc_uint8_t *text,
        utf8proc_ssize_t len, utf8proc_int32_t *letter)
{
    utf8proc_ssize_t used = __real_utf8proc_iterate(text, len, letter);
    __msan_unpoison(letter, sizeof *letter);
    return used;
}

WRAPPED(utf8proc_ssize_t, utf8proc_decompose, const utf8proc_uint8_t *text,
        utf8proc_ssize_t len, utf8proc_int32_t *to, utf8proc_ssize_t room,
        utf8proc_option_t options)
{
    utf8proc_ssize_t n = __real_utf8proc_decompose(text, len, to, room, options);
    if (n > 0)
        __msan_unpoison(to, (size_t)(n < room ? n : room) * sizeof *to);
    return n;
}

WRAPPED(utf8proc_ssize_t, utf8proc_decompose_char, utf8proc_int32_t letter,
        utf8proc_int32_t *to, utf8proc_ssize_t room, utf8proc_option_t options,
        int *bound_class)
{
    utf8proc_ssize_t n = __real_utf8proc_decompose_char(letter, to, room, options,
                                                        bound_class);
    if (n > 0)
        __msan_unpoison(to, (size_t)(n < room ? n : room) * sizeof *to);
    __msan_unpoison(bound_class, sizeof *bound_class);
    return n;
}

WRAPPED(utf8proc_ssize_t, utf8proc_encode_char, utf8proc_int32_t letter,
        utf8proc_uint8_t *to)
{
    utf8proc_ssize_t n = __real_utf8proc_encode_char(letter, to);
    __msan_unpoison(to, (size_t)n);
    return n;
}

WRAPPED(utf8proc_ssize_t, utf8proc_normalize_utf32, utf8proc_int32_t *letters,
        utf8proc_ssize_t len, utf8proc_option_t options)
{
    utf8proc_ssize_t n = __real_utf8proc_normalize_utf32(letters, len, options);
    if (n > 0)
        __msan_unpoison(letters, (size_t)n * sizeof *letters);
    return n;
}

WRAPPED(utf8proc_uint8_t *, utf8proc_NFC, const utf8proc_uint8_t *text)
{
    utf8proc_uint8_t *composed = __real_utf8proc_NFC(text);
    if (composed)
        __msan_unpoison_string((char *)composed);
    return composed;
}

WRAPPED(utf8proc_uint8_t *, utf8proc_NFD, const utf8proc_uint8_t *text)
{
    utf8proc_uint8_t *apart = __real_utf8proc_NFD(text);
    if (apart)
        __msan_unpoison_string((const char *)apart);
    return apart;
}

WRAPPED(void, nettle_sha256_digest, struct sha256_ctx *at, size_t len, uint8_t *digest)
{
    __real_nettle_sha256_digest(at, len, digest);
    __msan_unpoison(digest, len);
}

WRAPPED(int, gsl_sf_gammastar_e, double x, gsl_sf_result *got)
{
    int status = __real_gsl_sf_gammastar_e(x, got);
    __msan_unpoison(got, sizeof *got);
    return status;
}

WRAPPED(int, gsl_sf_log_1plusx_mx_e, double x, gsl_sf_result *got)
{
    int status = __real_gsl_sf_log_1plusx_mx_e(x, got);
    __msan_unpoison(got, sizeof *got);
    return status;
}

WRAPPED(double *, gsl_integration_fixed_nodes, const gsl_integration_fixed_workspace *w)
{
    double *x = __real_gsl_integration_fixed_nodes(w);
    __msan_unpoison(w, sizeof *w);
    __msan_unpoison(x, w->n * sizeof *x);
    return x;
}

WRAPPED(double *, gsl_integration_fixed_weights, const gsl_integration_fixed_workspace *w)
{
    double *x = __real_gsl_integration_fixed_weights(w);
    __msan_unpoison(w, sizeof *w);
    __msan_unpoison(x, w->n * sizeof *x);
    return x;
}

WRAPPED(int, gsl_qrng_get, const gsl_qrng *q, double x[])
{
    int status = __real_gsl_qrng_get(q, x);
    __msan_unpoison(q, sizeof *q);
    __msan_unpoison(x, q->dimension * sizeof *x);
    return status;
}

WRAPPED(zip_int64_t, zip_source_read, zip_source_t *from, void *to, zip_uint64_t len)
{
    zip_int64_t n = __real_zip_source_read(from, to, len);
    if (n > 0)
        __msan_unpoison(to, (size_t)n);
    return n;
}

WRAPPED(int, zip_source_stat, zip_source_t *from, zip_stat_t *stat)
{
    int status = __real_zip_source_stat(from, stat);
    __msan_unpoison(stat, sizeof *stat);
    return status;
}
