/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_forecast.h -- a forecast as sentences, tables and JSON. */
#ifndef TN_SHOW_SHOW_FORECAST_H
#define TN_SHOW_SHOW_FORECAST_H

#include <stdbool.h>

#include "tn/data/commune.h"
#include "tn/out/doc.h"
#include "tn/out/json.h"
#include "tn/study/forecast.h"

/* What the JSON writer needs; lives as long as the document. */
struct tn_show_forecast {
    const struct tn_commune *commune;
    const struct tn_forecast *forecast;
    long draws;   // of a simulation, else TN_COUNT_NONE
};

/* Title, sentences, tables for people, one tidy table for machines, JSON. */
void tn_show_forecast(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_show_forecast *what);

/* Whether either status has a quota, so that there is a chance of meeting both. */
bool tn_forecast_asks_both(const struct tn_forecast *forecast);

/* The sentences alone, the answer first. */
size_t tn_forecast_sentences(struct tn_arena *arena, const struct tn_show_forecast *what,
                             struct tn_words sentence[12]);

/* The keys of design: commune, ..., villages; into an open object. */
void tn_forecast_json(struct tn_json *json, const struct tn_show_forecast *what);

#endif
