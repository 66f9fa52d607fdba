/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/vocab.h"

#include "tn/words/columns.h"

#include <string.h>

/* clang-format off */
const struct tn_code tn_status_vocab[TN_STATUSES] = {
    [TN_POOR]      = {"poor",      {{TN_W_STATUS_POOR}},      0, TN_ALIAS_STATUS_POOR},
    [TN_NEAR_POOR] = {"near_poor", {{TN_W_STATUS_NEAR_POOR}}, 0, TN_ALIAS_STATUS_NEAR_POOR},
};

const struct tn_code tn_claim_status_vocab[TN_CLAIM_STATUSES] = {
    [TN_POOR]          = {"poor",              {{TN_W_STATUS_POOR}},      0, TN_ALIAS_STATUS_POOR},
    [TN_NEAR_POOR]     = {"near_poor",         {{TN_W_STATUS_NEAR_POOR}}, 0, TN_ALIAS_STATUS_NEAR_POOR},
    [TN_STATUS_EITHER] = {"poor_or_near_poor", {{TN_W_STATUS_EITHER}},    0, TN_ALIAS_STATUS_EITHER},
    [TN_STATUS_ALL]    = {"all",               {{TN_W_STATUS_ALL}},       0, TN_ALIAS_STATUS_ALL},
};

const struct tn_code tn_quantity_vocab[TN_QUANTITIES] = {
    [TN_Q_HOUSEHOLDS]          = {"households",          {{TN_W_Q_HOUSEHOLDS}},          0, NULL},
    [TN_Q_RATE]                = {"rate",                {{TN_W_Q_RATE}},                0, NULL},
    [TN_Q_REDUCTION]           = {"reduction",           {{TN_W_Q_REDUCTION}},           0, NULL},
    [TN_Q_REDUCTION_SHARE]     = {"reduction_share",     {{TN_W_Q_REDUCTION_SHARE}},     0, NULL},
    [TN_Q_REDUCTION_POINTS]    = {"reduction_points",    {{TN_W_Q_REDUCTION_POINTS}},    0, NULL},
    [TN_Q_RELAPSE]             = {"relapse",             {{TN_W_Q_RELAPSE}},             0, NULL},
    [TN_Q_QUOTA]               = {"quota",               {{TN_W_Q_QUOTA}},               0, NULL},
    [TN_Q_SOCIAL_PROTECTION]   = {"social_protection",   {{TN_W_Q_SOCIAL_PROTECTION}},   0, NULL},
    [TN_Q_WITH_MEMBER_15_PLUS] = {"with_member_15_plus", {{TN_W_Q_WITH_MEMBER_15_PLUS}}, 0, NULL},
    [TN_Q_WITH_ABLE_WORKER]    = {"with_able_worker",    {{TN_W_Q_WITH_ABLE_WORKER}},    0, NULL},
};

enum { EMPLOYMENT, HEALTH, EDUCATION, HOUSING, WATER, INFORMATION };

const struct tn_code tn_dimension_vocab[TN_DIMENSIONS] = {
    [EMPLOYMENT]  = {"employment",       {{TN_W_DIM_EMPLOYMENT}},  EMPLOYMENT,  NULL},
    [HEALTH]      = {"health",           {{TN_W_DIM_HEALTH}},      HEALTH,      NULL},
    [EDUCATION]   = {"education",        {{TN_W_DIM_EDUCATION}},   EDUCATION,   NULL},
    [HOUSING]     = {"housing",          {{TN_W_DIM_HOUSING}},     HOUSING,     NULL},
    [WATER]       = {"water_sanitation", {{TN_W_DIM_WATER}},       WATER,       NULL},
    [INFORMATION] = {"information",      {{TN_W_DIM_INFORMATION}}, INFORMATION, NULL},
};

const struct tn_code tn_indicator_vocab[TN_INDICATORS] = {
    {"employment",         {{TN_W_IND_EMPLOYMENT}},         EMPLOYMENT,  NULL},
    {"dependants",         {{TN_W_IND_DEPENDANTS}},         EMPLOYMENT,  TN_ALIAS_DEPENDANTS},
    {"nutrition",          {{TN_W_IND_NUTRITION}},          HEALTH,      NULL},
    {"health_insurance",   {{TN_W_IND_HEALTH_INSURANCE}},   HEALTH,      NULL},
    {"adult_education",    {{TN_W_IND_ADULT_EDUCATION}},    EDUCATION,   TN_ALIAS_ADULT_EDUCATION},
    {"child_schooling",    {{TN_W_IND_CHILD_SCHOOLING}},    EDUCATION,   TN_ALIAS_CHILD_SCHOOLING},
    {"housing_quality",    {{TN_W_IND_HOUSING_QUALITY}},    HOUSING,     NULL},
    {"housing_area",       {{TN_W_IND_HOUSING_AREA}},       HOUSING,     TN_ALIAS_HOUSING_AREA},
    {"water",              {{TN_W_IND_WATER}},              WATER,       TN_ALIAS_WATER},
    {"sanitation",         {{TN_W_IND_SANITATION}},         WATER,       TN_ALIAS_SANITATION},
    {"telecom",            {{TN_W_IND_TELECOM}},            INFORMATION, TN_ALIAS_TELECOM},
    {"information_device", {{TN_W_IND_INFORMATION_DEVICE}}, INFORMATION, TN_ALIAS_INFORMATION_DEVICE},
};

/* Causes as in the ministry's review form; the last as offices name it. */
const struct tn_code tn_cause_vocab[TN_CAUSES] = {
    {"no_land",         {{TN_W_CAUSE_NO_LAND}},         0, NULL},
    {"no_capital",      {{TN_W_CAUSE_NO_CAPITAL}},      0, NULL},
    {"no_labour",       {{TN_W_CAUSE_NO_LABOUR}},       0, NULL},
    {"no_tools",        {{TN_W_CAUSE_NO_TOOLS}},        0, NULL},
    {"no_know_how",     {{TN_W_CAUSE_NO_KNOW_HOW}},     0, NULL},
    {"no_skills",       {{TN_W_CAUSE_NO_SKILLS}},       0, NULL},
    {"no_stable_job",   {{TN_W_CAUSE_NO_STABLE_JOB}},   0, NULL},
    {"many_dependants", {{TN_W_CAUSE_MANY_DEPENDANTS}}, 0, NULL},
    {"illness",         {{TN_W_CAUSE_ILLNESS}},         0, NULL},
    {"shock",           {{TN_W_CAUSE_SHOCK}},           0, NULL},
    {"other",           {{TN_W_CAUSE_OTHER}},           0, NULL},
};

const struct tn_code tn_measure_vocab[TN_MEASURES] = {
    {"family_care",         {{TN_W_MEASURE_FAMILY_CARE}},         0, NULL},
    {"business_guidance",   {{TN_W_MEASURE_BUSINESS_GUIDANCE}},   0, NULL},
    {"job_placement",       {{TN_W_MEASURE_JOB_PLACEMENT}},       0, NULL},
    {"labour_export",       {{TN_W_MEASURE_LABOUR_EXPORT}},       0, NULL},
    {"vocational_training", {{TN_W_MEASURE_VOCATIONAL_TRAINING}}, 0, NULL},
    {"shock_relief",        {{TN_W_MEASURE_SHOCK_RELIEF}},        0, NULL},
    {"credit",              {{TN_W_MEASURE_CREDIT}},              0, NULL},
    {"housing_support",     {{TN_W_MEASURE_HOUSING_SUPPORT}},     0, NULL},
    {"insurance_card",      {{TN_W_MEASURE_INSURANCE_CARD}},      0, NULL},
    {"other",               {{TN_W_MEASURE_OTHER}},               0, NULL},
};
/* clang-format on */

size_t tn_vocab_find(size_t n, const struct tn_code vocab[], const char *code)
{
    size_t i = 0;

    while (i < n && strcmp(vocab[i].code, code) != 0)
        i++;
    return i;
}

const char *tn_vocab_list(struct tn_arena *arena, size_t n, const struct tn_code vocab[])
{
    size_t room = 1;

    for (size_t i = 0; i < n; i++)
        room += strlen(vocab[i].code) + strlen(", ");
    char *all = tn_new(arena, char, room);
    for (size_t i = 0; i < n; i++) {
        strcat(all, i ? ", " : "");
        strcat(all, vocab[i].code);
    }
    return all;
}
