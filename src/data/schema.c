/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/schema.h"

#include "tn/words/columns.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Above every country: a check against slips, not a limit of the program. */
#define MOST_TOTAL 2e9

/* clang-format off */
static const struct tn_code yes_no[] = {
    {"no", {{TN_W_NO}}, 0, TN_ALIAS_NO}, {"yes", {{TN_W_YES}}, 0, TN_ALIAS_YES},
};
static const struct tn_code set_shift[] = {
    {"set", {{TN_W_SET}}, 0, NULL}, {"shift", {{TN_W_SHIFT}}, 0, NULL},
};

/* name, kind, needed in the header, filled in every row, low, high, vocabulary,
 * heading, meaning, further headings, file it points into */
const struct tn_field tn_plan_key[TN_P_KEYS] = {
    {"commune", TN_K_NAME, true, true, 0, 0, 0, NULL,
     {{TN_W_C_COMMUNE}}, {{TN_W_M_COMMUNE}}, TN_ALIAS_COMMUNE, NULL},
    {"district", TN_K_NAME, false, false, 0, 0, 0, NULL,
     {{TN_W_C_DISTRICT}}, {{TN_W_M_DISTRICT}}, TN_ALIAS_DISTRICT, NULL},
    {"province", TN_K_NAME, false, false, 0, 0, 0, NULL,
     {{TN_W_C_PROVINCE}}, {{TN_W_M_PROVINCE}}, TN_ALIAS_PROVINCE, NULL},
    {"plan_year", TN_K_YEAR, true, true, 1900, 2100, 0, NULL,
     {{TN_W_C_PLAN_YEAR}}, {{TN_W_M_PLAN_YEAR}}, NULL, NULL},
    {"base_year", TN_K_YEAR, true, true, 1900, 2100, 0, NULL,
     {{TN_W_C_BASE_YEAR}}, {{TN_W_M_BASE_YEAR}}, TN_ALIAS_BASE_YEAR, NULL},
    {"poor", TN_K_COUNT, false, false, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_POOR}}, {{TN_W_M_PLAN_POOR}}, TN_ALIAS_POOR, NULL},
    {"near_poor", TN_K_COUNT, false, false, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_NEAR_POOR}}, {{TN_W_M_PLAN_NEAR_POOR}}, TN_ALIAS_NEAR_POOR, NULL},
    {"poor_quota", TN_K_COUNT, false, false, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_POOR_QUOTA}}, {{TN_W_M_PLAN_POOR_QUOTA}}, TN_ALIAS_POOR_QUOTA, NULL},
    {"near_poor_quota", TN_K_COUNT, false, false, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_NEAR_POOR_QUOTA}}, {{TN_W_M_PLAN_NEAR_POOR_QUOTA}}, TN_ALIAS_NEAR_POOR_QUOTA, NULL},
    {"households_total", TN_K_COUNT, false, false, 1, MOST_TOTAL, 0, NULL,
     {{TN_W_C_HOUSEHOLDS_TOTAL}}, {{TN_W_M_HOUSEHOLDS_TOTAL}}, TN_ALIAS_HOUSEHOLDS_TOTAL, NULL},
};

static const struct tn_field plan[TN_PLAN_COLUMNS] = {
    {"key", TN_K_NAME, true, true, 0, 0, 0, NULL,
     {{TN_W_C_KEY}}, {{TN_W_M_KEY}}, TN_ALIAS_KEY, NULL},
    {"value", TN_K_TEXT, true, false, 0, 0, 0, NULL,
     {{TN_W_C_VALUE}}, {{TN_W_M_VALUE}}, TN_ALIAS_VALUE, NULL},
    {"note", TN_K_TEXT, false, false, 0, 0, 0, NULL,
     {{TN_W_C_NOTE}}, {{TN_W_M_NOTE}}, NULL, NULL},
};

static const struct tn_field villages[TN_V_COLUMNS] = {
    {"village", TN_K_NAME, true, true, 0, 0, 0, NULL,
     {{TN_W_C_VILLAGE}}, {{TN_W_M_VILLAGE}}, TN_ALIAS_VILLAGE, NULL},
    {"poor", TN_K_COUNT, true, true, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_POOR}}, {{TN_W_M_POOR}}, TN_ALIAS_POOR, NULL},
    {"poor_quota", TN_K_COUNT, true, true, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_POOR_QUOTA}}, {{TN_W_M_POOR_QUOTA}}, TN_ALIAS_POOR_QUOTA, NULL},
    {"near_poor", TN_K_COUNT, true, true, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_NEAR_POOR}}, {{TN_W_M_NEAR_POOR}}, TN_ALIAS_NEAR_POOR, NULL},
    {"near_poor_quota", TN_K_COUNT, true, true, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_NEAR_POOR_QUOTA}}, {{TN_W_M_NEAR_POOR_QUOTA}}, TN_ALIAS_NEAR_POOR_QUOTA, NULL},
    {"households", TN_K_COUNT, false, false, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_HOUSEHOLDS}}, {{TN_W_M_HOUSEHOLDS}}, TN_ALIAS_HOUSEHOLDS, NULL},
    {"officer", TN_K_TEXT, false, false, 0, 0, 0, NULL,
     {{TN_W_C_OFFICER}}, {{TN_W_M_OFFICER}}, TN_ALIAS_OFFICER, NULL},
    {"village_head", TN_K_TEXT, false, false, 0, 0, 0, NULL,
     {{TN_W_C_VILLAGE_HEAD}}, {{TN_W_M_VILLAGE_HEAD}}, TN_ALIAS_VILLAGE_HEAD, NULL},
    {"social_protection", TN_K_COUNT, false, false, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_SOCIAL_PROTECTION}}, {{TN_W_M_SOCIAL_PROTECTION}}, TN_ALIAS_SOCIAL_PROTECTION, NULL},
    {"with_member_15_plus", TN_K_COUNT, false, false, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_WITH_MEMBER_15_PLUS}}, {{TN_W_M_WITH_MEMBER_15_PLUS}}, TN_ALIAS_WITH_MEMBER_15_PLUS, NULL},
    {"with_able_worker", TN_K_COUNT, false, false, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_WITH_ABLE_WORKER}}, {{TN_W_M_WITH_ABLE_WORKER}}, TN_ALIAS_WITH_ABLE_WORKER, NULL},
};

/* Of a household on the list, and of one in the history. */
#define WHO_THEY_ARE \
    {"members", TN_K_COUNT, false, false, 1, TN_COUNT_LIMIT, 0, NULL, \
     {{TN_W_C_MEMBERS}}, {{TN_W_M_MEMBERS}}, TN_ALIAS_MEMBERS, NULL}, \
    {"workers", TN_K_COUNT, false, false, 0, TN_COUNT_LIMIT, 0, NULL, \
     {{TN_W_C_WORKERS}}, {{TN_W_M_WORKERS}}, TN_ALIAS_WORKERS, NULL}, \
    {"cause", TN_K_LIST, false, false, 0, 0, TN_CAUSES, tn_cause_vocab, \
     {{TN_W_C_CAUSE}}, {{TN_W_M_CAUSE}}, TN_ALIAS_CAUSE, NULL}

static const struct tn_field households[TN_H_COLUMNS] = {
    {"household", TN_K_NAME, true, true, 0, 0, 0, NULL,
     {{TN_W_C_HOUSEHOLD}}, {{TN_W_M_HOUSEHOLD}}, TN_ALIAS_HOUSEHOLD, NULL},
    {"village", TN_K_NAME, true, true, 0, 0, 0, NULL,
     {{TN_W_C_VILLAGE}}, {{TN_W_M_OF_VILLAGE}}, TN_ALIAS_VILLAGE, "villages.csv"},
    {"status", TN_K_CODE, true, true, 0, 0, TN_STATUSES, tn_status_vocab,
     {{TN_W_C_STATUS}}, {{TN_W_M_STATUS}}, TN_ALIAS_STATUS, NULL},
    {"planned", TN_K_CODE, false, true, 0, 0, 2, yes_no,
     {{TN_W_C_PLANNED}}, {{TN_W_M_PLANNED}}, TN_ALIAS_PLANNED, NULL},
    {"head", TN_K_TEXT, false, false, 0, 0, 0, NULL,
     {{TN_W_C_HEAD}}, {{TN_W_M_HEAD}}, TN_ALIAS_HEAD, NULL},
    WHO_THEY_ARE,
    {"measures", TN_K_LIST, false, false, 0, 0, TN_MEASURES, tn_measure_vocab,
     {{TN_W_C_MEASURES}}, {{TN_W_M_MEASURES}}, TN_ALIAS_MEASURES, NULL},
    {"employment", TN_K_FLAG, false, false, 0, 1, 0, NULL,
     {{TN_W_IND_EMPLOYMENT}}, {{TN_W_M_FLAG}}, NULL, NULL},
    {"dependants", TN_K_FLAG, false, false, 0, 1, 0, NULL,
     {{TN_W_IND_DEPENDANTS}}, {{TN_W_M_FLAG}}, TN_ALIAS_DEPENDANTS, NULL},
    {"nutrition", TN_K_FLAG, false, false, 0, 1, 0, NULL,
     {{TN_W_IND_NUTRITION}}, {{TN_W_M_FLAG}}, NULL, NULL},
    {"health_insurance", TN_K_FLAG, false, false, 0, 1, 0, NULL,
     {{TN_W_IND_HEALTH_INSURANCE}}, {{TN_W_M_FLAG}}, NULL, NULL},
    {"adult_education", TN_K_FLAG, false, false, 0, 1, 0, NULL,
     {{TN_W_IND_ADULT_EDUCATION}}, {{TN_W_M_FLAG}}, TN_ALIAS_ADULT_EDUCATION, NULL},
    {"child_schooling", TN_K_FLAG, false, false, 0, 1, 0, NULL,
     {{TN_W_IND_CHILD_SCHOOLING}}, {{TN_W_M_FLAG}}, TN_ALIAS_CHILD_SCHOOLING, NULL},
    {"housing_quality", TN_K_FLAG, false, false, 0, 1, 0, NULL,
     {{TN_W_IND_HOUSING_QUALITY}}, {{TN_W_M_FLAG}}, NULL, NULL},
    {"housing_area", TN_K_FLAG, false, false, 0, 1, 0, NULL,
     {{TN_W_IND_HOUSING_AREA}}, {{TN_W_M_FLAG}}, TN_ALIAS_HOUSING_AREA, NULL},
    {"water", TN_K_FLAG, false, false, 0, 1, 0, NULL,
     {{TN_W_IND_WATER}}, {{TN_W_M_FLAG}}, TN_ALIAS_WATER, NULL},
    {"sanitation", TN_K_FLAG, false, false, 0, 1, 0, NULL,
     {{TN_W_IND_SANITATION}}, {{TN_W_M_FLAG}}, TN_ALIAS_SANITATION, NULL},
    {"telecom", TN_K_FLAG, false, false, 0, 1, 0, NULL,
     {{TN_W_IND_TELECOM}}, {{TN_W_M_FLAG}}, TN_ALIAS_TELECOM, NULL},
    {"information_device", TN_K_FLAG, false, false, 0, 1, 0, NULL,
     {{TN_W_IND_INFORMATION_DEVICE}}, {{TN_W_M_FLAG}}, TN_ALIAS_INFORMATION_DEVICE, NULL},
    {"weight", TN_K_NUMBER, false, false, DBL_MIN, HUGE_VAL, 0, NULL,
     {{TN_W_C_WEIGHT}}, {{TN_W_M_WEIGHT}}, TN_ALIAS_WEIGHT, NULL},
    {"stratum", TN_K_NAME, false, false, 0, 0, 0, NULL,
     {{TN_W_C_STRATUM}}, {{TN_W_M_STRATUM}}, NULL, NULL},
    {"psu", TN_K_NAME, false, false, 0, 0, 0, NULL,
     {{TN_W_C_PSU}}, {{TN_W_M_PSU}}, NULL, NULL},
    {"note", TN_K_TEXT, false, false, 0, 0, 0, NULL,
     {{TN_W_C_NOTE}}, {{TN_W_M_NOTE}}, NULL, NULL},
};

static const struct tn_field indicators[TN_I_COLUMNS] = {
    {"year", TN_K_YEAR, true, true, 1900, 2100, 0, NULL,
     {{TN_W_C_YEAR}}, {{TN_W_M_YEAR}}, NULL, NULL},
    {"status", TN_K_CODE, true, true, 0, 0, TN_STATUSES, tn_status_vocab,
     {{TN_W_C_STATUS}}, {{TN_W_M_STATUS}}, TN_ALIAS_STATUS, NULL},
    {"indicator", TN_K_CODE, true, true, 0, 0, TN_INDICATORS, tn_indicator_vocab,
     {{TN_W_C_INDICATOR}}, {{TN_W_M_INDICATOR}}, TN_ALIAS_INDICATOR, NULL},
    {"percent", TN_K_NUMBER, false, false, 0, 100, 0, NULL,
     {{TN_W_C_PERCENT}}, {{TN_W_M_PERCENT}}, TN_ALIAS_PERCENT, NULL},
    {"count", TN_K_COUNT, false, false, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_COUNT}}, {{TN_W_M_COUNT}}, TN_ALIAS_COUNT, NULL},
    {"base", TN_K_COUNT, false, false, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_BASE}}, {{TN_W_M_BASE}}, TN_ALIAS_BASE, NULL},
    {"standard", TN_K_TEXT, false, false, 0, 0, 0, NULL,
     {{TN_W_C_STANDARD}}, {{TN_W_M_STANDARD}}, NULL, NULL},
};

static const struct tn_field goals[TN_G_COLUMNS] = {
    {"section", TN_K_TEXT, true, false, 0, 0, 0, NULL,
     {{TN_W_C_SECTION}}, {{TN_W_M_SECTION}}, TN_ALIAS_SECTION, NULL},
    {"status", TN_K_CODE, true, true, 0, 0, TN_CLAIM_STATUSES, tn_claim_status_vocab,
     {{TN_W_C_STATUS}}, {{TN_W_M_GOAL_STATUS}}, TN_ALIAS_STATUS, NULL},
    {"indicator", TN_K_CODE, true, false, 0, 0, TN_INDICATORS, tn_indicator_vocab,
     {{TN_W_C_INDICATOR}}, {{TN_W_M_INDICATOR}}, TN_ALIAS_INDICATOR, NULL},
    {"goal_percent", TN_K_NUMBER, true, true, 0, 100, 0, NULL,
     {{TN_W_C_GOAL_PERCENT}}, {{TN_W_M_GOAL_PERCENT}}, TN_ALIAS_GOAL_PERCENT, NULL},
    {"meaning", TN_K_TEXT, true, false, 0, 0, 0, NULL,
     {{TN_W_C_MEANING}}, {{TN_W_M_MEANING}}, NULL, NULL},
    {"note", TN_K_TEXT, false, false, 0, 0, 0, NULL,
     {{TN_W_C_NOTE}}, {{TN_W_M_NOTE}}, NULL, NULL},
};

static const struct tn_field claims[TN_C_COLUMNS] = {
    {"section", TN_K_TEXT, true, false, 0, 0, 0, NULL,
     {{TN_W_C_SECTION}}, {{TN_W_M_SECTION}}, TN_ALIAS_SECTION, NULL},
    {"quantity", TN_K_NAME, true, true, 0, 0, 0, NULL,
     {{TN_W_C_QUANTITY}}, {{TN_W_M_QUANTITY}}, NULL, NULL},
    {"status", TN_K_CODE, true, true, 0, 0, TN_CLAIM_STATUSES, tn_claim_status_vocab,
     {{TN_W_C_STATUS}}, {{TN_W_M_CLAIM_STATUS}}, TN_ALIAS_STATUS, NULL},
    {"year", TN_K_YEAR, true, true, 1900, 2100, 0, NULL,
     {{TN_W_C_YEAR}}, {{TN_W_M_CLAIM_YEAR}}, NULL, NULL},
    {"value", TN_K_NUMBER, true, true, -HUGE_VAL, HUGE_VAL, 0, NULL,
     {{TN_W_C_CLAIM_VALUE}}, {{TN_W_M_CLAIM_VALUE}}, TN_ALIAS_VALUE, NULL},
    {"unit", TN_K_TEXT, false, false, 0, 0, 0, NULL,
     {{TN_W_C_UNIT}}, {{TN_W_M_UNIT}}, TN_ALIAS_UNIT, NULL},
    {"note", TN_K_TEXT, false, false, 0, 0, 0, NULL,
     {{TN_W_C_NOTE}}, {{TN_W_M_NOTE}}, NULL, NULL},
};

static const struct tn_field village_claims[TN_VC_COLUMNS] = {
    {"section", TN_K_TEXT, true, false, 0, 0, 0, NULL,
     {{TN_W_C_SECTION}}, {{TN_W_M_SECTION}}, TN_ALIAS_SECTION, NULL},
    {"village", TN_K_NAME, true, true, 0, 0, 0, NULL,
     {{TN_W_C_VILLAGE}}, {{TN_W_M_OF_VILLAGE}}, TN_ALIAS_VILLAGE, "villages.csv"},
    {"quantity", TN_K_NAME, true, true, 0, 0, 0, NULL,
     {{TN_W_C_QUANTITY}}, {{TN_W_M_QUANTITY}}, NULL, NULL},
    {"status", TN_K_CODE, true, true, 0, 0, TN_CLAIM_STATUSES, tn_claim_status_vocab,
     {{TN_W_C_STATUS}}, {{TN_W_M_CLAIM_STATUS}}, TN_ALIAS_STATUS, NULL},
    {"value", TN_K_NUMBER, true, true, -HUGE_VAL, HUGE_VAL, 0, NULL,
     {{TN_W_C_CLAIM_VALUE}}, {{TN_W_M_CLAIM_VALUE}}, TN_ALIAS_VALUE, NULL},
    {"note", TN_K_TEXT, false, false, 0, 0, 0, NULL,
     {{TN_W_C_NOTE}}, {{TN_W_M_NOTE}}, NULL, NULL},
};

static const struct tn_field history[TN_Y_COLUMNS] = {
    {"year", TN_K_YEAR, true, true, 1900, 2100, 0, NULL,
     {{TN_W_C_YEAR}}, {{TN_W_M_YEAR}}, NULL, NULL},
    {"village", TN_K_NAME, true, true, 0, 0, 0, NULL,
     {{TN_W_C_VILLAGE}}, {{TN_W_M_AREA}}, TN_ALIAS_VILLAGE, NULL},
    {"status", TN_K_CODE, true, true, 0, 0, TN_STATUSES, tn_status_vocab,
     {{TN_W_C_STATUS}}, {{TN_W_M_STATUS}}, TN_ALIAS_STATUS, NULL},
    {"planned", TN_K_CODE, true, true, 0, 0, 2, yes_no,
     {{TN_W_C_PLANNED}}, {{TN_W_M_HISTORY_PLANNED}}, TN_ALIAS_PLANNED, NULL},
    {"at_risk", TN_K_COUNT, true, true, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_AT_RISK}}, {{TN_W_M_AT_RISK}}, NULL, NULL},
    {"exits", TN_K_COUNT, true, true, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_EXITS}}, {{TN_W_M_EXITS}}, TN_ALIAS_EXITS, NULL},
    {"to_near_poor", TN_K_COUNT, false, false, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_TO_NEAR_POOR}}, {{TN_W_M_TO_NEAR_POOR}}, NULL, NULL},
    {"entries", TN_K_COUNT, false, false, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_ENTRIES}}, {{TN_W_M_ENTRIES}}, TN_ALIAS_ENTRIES, NULL},
    {"commune", TN_K_NAME, false, false, 0, 0, 0, NULL,
     {{TN_W_C_COMMUNE}}, {{TN_W_M_COMMUNE}}, TN_ALIAS_COMMUNE, NULL},
    {"district", TN_K_NAME, false, false, 0, 0, 0, NULL,
     {{TN_W_C_DISTRICT}}, {{TN_W_M_DISTRICT}}, TN_ALIAS_DISTRICT, NULL},
    {"to_poor", TN_K_COUNT, false, false, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_TO_POOR}}, {{TN_W_M_TO_POOR}}, NULL, NULL},
    {"household", TN_K_NAME, false, false, 0, 0, 0, NULL,
     {{TN_W_C_HOUSEHOLD}}, {{TN_W_M_HISTORY_HOUSEHOLD}}, NULL, NULL},
    WHO_THEY_ARE,
};

static const struct tn_field progress[TN_R_COLUMNS] = {
    {"date", TN_K_DATE, true, true, 0, 0, 0, NULL,
     {{TN_W_C_DATE}}, {{TN_W_M_DATE}}, TN_ALIAS_DATE, NULL},
    {"village", TN_K_NAME, true, true, 0, 0, 0, NULL,
     {{TN_W_C_VILLAGE}}, {{TN_W_M_OF_VILLAGE}}, TN_ALIAS_VILLAGE, "villages.csv"},
    {"status", TN_K_CODE, true, true, 0, 0, TN_STATUSES, tn_status_vocab,
     {{TN_W_C_STATUS}}, {{TN_W_M_STATUS}}, TN_ALIAS_STATUS, NULL},
    {"exits", TN_K_COUNT, true, true, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_EXITS}}, {{TN_W_M_PROGRESS_EXITS}}, TN_ALIAS_EXITS, NULL},
};

static const struct tn_field model[TN_M_COLUMNS] = {
    {"parameter", TN_K_NAME, true, true, 0, 0, 0, NULL,
     {{TN_W_C_PARAMETER}}, {{TN_W_M_PARAMETER}}, NULL, NULL},
    {"status", TN_K_CODE, false, false, 0, 0, TN_STATUSES, tn_status_vocab,
     {{TN_W_C_STATUS}}, {{TN_W_M_PARAMETER_STATUS}}, TN_ALIAS_STATUS, NULL},
    {"q05", TN_K_NUMBER, false, false, -HUGE_VAL, HUGE_VAL, 0, NULL,
     {{TN_W_C_Q05}}, {{TN_W_M_Q05}}, NULL, NULL},
    {"q50", TN_K_NUMBER, false, false, -HUGE_VAL, HUGE_VAL, 0, NULL,
     {{TN_W_C_Q50}}, {{TN_W_M_Q50}}, NULL, NULL},
    {"q95", TN_K_NUMBER, false, false, -HUGE_VAL, HUGE_VAL, 0, NULL,
     {{TN_W_C_Q95}}, {{TN_W_M_Q95}}, NULL, NULL},
    {"mean", TN_K_NUMBER, false, false, -HUGE_VAL, HUGE_VAL, 0, NULL,
     {{TN_W_C_MEAN}}, {{TN_W_M_MEAN}}, NULL, NULL},
    {"sd", TN_K_NUMBER, false, false, 0, HUGE_VAL, 0, NULL,
     {{TN_W_C_SD}}, {{TN_W_M_SD}}, NULL, NULL},
    {"source", TN_K_TEXT, false, false, 0, 0, 0, NULL,
     {{TN_W_C_SOURCE}}, {{TN_W_M_SOURCE}}, NULL, NULL},
};

static const struct tn_field scenario[TN_S_COLUMNS] = {
    {"select", TN_K_NAME, true, true, 0, 0, 0, NULL,
     {{TN_W_C_SELECT}}, {{TN_W_M_SELECT}}, NULL, NULL},
    {"key", TN_K_NAME, false, false, 0, 0, 0, NULL,
     {{TN_W_C_SELECT_KEY}}, {{TN_W_M_SELECT_KEY}}, NULL, NULL},
    {"status", TN_K_CODE, false, false, 0, 0, TN_STATUSES, tn_status_vocab,
     {{TN_W_C_STATUS}}, {{TN_W_M_SELECT_STATUS}}, TN_ALIAS_STATUS, NULL},
    {"change", TN_K_CODE, true, true, 0, 0, 2, set_shift,
     {{TN_W_C_CHANGE}}, {{TN_W_M_CHANGE}}, NULL, NULL},
    {"value", TN_K_NUMBER, true, true, -HUGE_VAL, HUGE_VAL, 0, NULL,
     {{TN_W_C_CLAIM_VALUE}}, {{TN_W_M_CHANGE_VALUE}}, TN_ALIAS_VALUE, NULL},
};

const struct tn_file_schema tn_file_schema[TN_FILES] = {
    {"plan.csv", true, {{TN_W_HAS_PLAN}},
     {{TN_W_OFF_NEEDED}}, TN_PLAN_COLUMNS, plan, TN_CALLED_PLAN},
    {"villages.csv", true, {{TN_W_HAS_VILLAGES}},
     {{TN_W_OFF_NEEDED}}, TN_V_COLUMNS, villages, TN_CALLED_VILLAGES},
    {"households.csv", false, {{TN_W_HAS_HOUSEHOLDS}},
     {{TN_W_OFF_HOUSEHOLDS}}, TN_H_COLUMNS, households, TN_CALLED_HOUSEHOLDS},
    {"indicators.csv", false, {{TN_W_HAS_INDICATORS}},
     {{TN_W_OFF_INDICATORS}}, TN_I_COLUMNS, indicators, TN_CALLED_INDICATORS},
    {"goals.csv", false, {{TN_W_HAS_GOALS}},
     {{TN_W_OFF_GOALS}}, TN_G_COLUMNS, goals, TN_CALLED_GOALS},
    {"claims.csv", false, {{TN_W_HAS_CLAIMS}},
     {{TN_W_OFF_CLAIMS}}, TN_C_COLUMNS, claims, TN_CALLED_CLAIMS},
    {"village_claims.csv", false, {{TN_W_HAS_VILLAGE_CLAIMS}},
     {{TN_W_OFF_VILLAGE_CLAIMS}}, TN_VC_COLUMNS, village_claims, TN_CALLED_VILLAGE_CLAIMS},
    {"history.csv", false, {{TN_W_HAS_HISTORY}},
     {{TN_W_OFF_HISTORY}}, TN_Y_COLUMNS, history, TN_CALLED_HISTORY},
    {"progress.csv", false, {{TN_W_HAS_PROGRESS}},
     {{TN_W_OFF_PROGRESS}}, TN_R_COLUMNS, progress, TN_CALLED_PROGRESS},
    {"model.csv", false, {{TN_W_HAS_MODEL}},
     {{TN_W_OFF_MODEL}}, TN_M_COLUMNS, model, TN_CALLED_MODEL},
    {"scenario.csv", false, {{TN_W_HAS_SCENARIO}},
     {{TN_W_OFF_SCENARIO}}, TN_S_COLUMNS, scenario, TN_CALLED_SCENARIO},
};
/* clang-format on */

enum tn_file_id tn_file_called(const char *name)
{
    int file = 0;

    while (file < TN_FILES && strcmp(tn_file_schema[file].name, name) != 0 &&
           !(strlen(name) == strcspn(tn_file_schema[file].name, ".") &&
             strncmp(tn_file_schema[file].name, name, strlen(name)) == 0))
        file++;
    return (enum tn_file_id)file;
}
