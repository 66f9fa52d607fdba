/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/base/viet.h"

enum { NONE = '.' };

/* A letter and its tone, as its number. */
static char from(const char *spelt, const char *tones, int32_t at, enum tn_tone *tone)
{
    if (spelt[at] == NONE)
        return 0;
    *tone = tones[at] == '-' ? TN_NO_TONE : (enum tn_tone)(tones[at] - '0');
    return spelt[at];
}

/* Those outside the blocks. */
static char alone(int32_t code, enum tn_tone *tone)
{
    *tone = TN_NO_TONE;
    switch (code) {
    case 0x102:
    case 0x103:
        return TN_A_BREVE;
    case 0x110:
    case 0x111:
        return TN_D_STROKE;
    case 0x1A0:
    case 0x1A1:
        return TN_O_HORN;
    case 0x1AF:
    case 0x1B0:
        return TN_U_HORN;
    case 0x128:
    case 0x129:
        *tone = TN_TILDE;
        return 'i';
    case 0x168:
    case 0x169:
        *tone = TN_TILDE;
        return 'u';
    default:
        return 0;
    }
}

char tn_viet_spelt(int32_t code, enum tn_tone *tone)
{
    /* U+00E0 to U+00FF, and the capitals 0x20 before. */
    static const char latin[] = "aa2a....ee3.ii....oo4o...uu..y..";
    static const char latin_tone[] = "12-3....12-.12....12-3...12..2..";
    /* U+1EA1 to U+1EF9, each after its capital. */
    static const char viet[] = "aa2222211111eee33333iioo4444455555uu66666yyyy";
    static const char viet_tone[] = "042143021430043214304004214302143004214301043";

    if (code >= 0x1EA0 && code <= 0x1EF9)
        return from(viet, viet_tone, (code - 0x1EA0) / 2, tone);
    if (code >= 0xC0 && code < 0x100)
        return from(latin, latin_tone, code & 0x1F, tone);
    return alone(code, tone);
}
