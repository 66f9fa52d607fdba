/* SPDX-License-Identifier: GPL-3.0-or-later */
/* decode.h -- bytes in any encoding to UTF-8, piece by piece.
 *
 * A byte that has no meaning in the encoding comes out as 0xFF, which is never part of
 * UTF-8: whoever checks the text meets it at its place. UTF-8 itself passes unchanged
 * and unchecked.
 */
#ifndef TN_DATA_DECODE_H
#define TN_DATA_DECODE_H

#include <iconv.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum tn_decoding { TN_AS_UTF8, TN_AS_VNI, TN_BY_ICONV };

struct tn_decoder {
    enum tn_decoding how;
    iconv_t iconv;   // TN_BY_ICONV
    size_t unit;     // bytes to skip where a unit has no meaning
    bool holds;      // keeps a letter back, which a mark may follow
    bool vowel;      // TN_AS_VNI: a mark may follow
    size_t left;     // bytes of a letter cut by the end of the last piece
    char cut[16];
};

enum { TN_DECODE_GROWTH = 4 };   // bytes out for one byte in, at most (and cut)

/* Names as people write them, in any case: "utf-8", "windows-1258", "tcvn3", "vni", and
 * all that iconv knows. False where the name is unknown. Finish with tn_decoder_close. */
bool tn_decoder_open(struct tn_decoder *decoder, const char *encoding);
void tn_decoder_close(struct tn_decoder *decoder);

/* Whether tn_decoder_open takes a name; a slash, which iconv would read on behind, is in
 * none. */
bool tn_encoding_known(const char *encoding);

/* Turn len bytes (read, not written) into UTF-8 at out, which has room for
 * TN_DECODE_GROWTH * (len + 16); last: nothing follows. Gives the bytes written. */
size_t tn_decode(struct tn_decoder *decoder, size_t len, char *raw, bool last, char *out);

/* What a byte of VNI stands for, a letter or up to two marks; 0 codes where it has no
 * meaning. vowel: the byte before may carry a mark; false at first. */
size_t tn_vni_codes(unsigned char byte, bool *vowel, uint16_t code[2]);

#endif
