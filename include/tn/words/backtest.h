/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the backtest. */
#ifndef TN_WORDS_BACKTEST_H
#define TN_WORDS_BACKTEST_H

/* clang-format off */
#define TN_W_BACKTEST_SUMMARY \
    "Chấm điểm dự báo của những năm đã qua", \
    "How good forecasts of past years would have been"
#define TN_W_BACKTEST_OPT_FROM \
    "năm đầu tiên cần dự báo (mặc định: năm thứ hai của history.csv)", \
    "the first year to forecast (default: the second of history.csv)"
#define TN_W_BACKTEST_OPT_EACH \
    "in thêm từng dự báo một", \
    "list every single forecast too"

#define TN_W_BACKTEST_NO_HISTORY \
    "chấm điểm dự báo cần history.csv có ít nhất hai năm", \
    "a backtest needs a history.csv of at least two years"
#define TN_W_BACKTEST_NONE_FROM \
    "không có năm nào từ %d trở đi có số liệu của năm trước để dự báo", \
    "no year from %d on has an earlier one to be forecast from"
#define TN_W_BACKTEST_TOO_MANY \
    "năm %d có %ld hộ trong một địa bàn; chỉ chấm điểm được đến %ld hộ", \
    "in %d one area has %ld household" TN_S "; forecasts of up to %ld can be scored"

#define TN_W_BACKTEST_TITLE \
    "%s: dự báo những năm đã qua đúng đến đâu?", \
    "%s: how good would past forecasts have been?"
#define TN_W_BACKTEST_DONE_YEARS \
    "Mỗi năm từ %d đến %d được dự báo chỉ từ số liệu các năm trước đó: %s dự báo cho địa bàn, %s dự báo cho cả xã.", \
    "Each year from %d to %d is forecast from the years before it alone: %s forecasts of areas, %s of whole communes."
#define TN_W_BACKTEST_DONE_YEAR \
    "Năm %d được dự báo chỉ từ số liệu các năm trước đó: %s dự báo cho địa bàn, %s dự báo cho cả xã.", \
    "The year %d is forecast from the years before it alone: %s forecasts of areas, %s of whole communes."
#define TN_W_BACKTEST_BETTER \
    "Theo địa bàn, mô hình lệch trung bình %s hộ (điểm RPS); tin rằng kế hoạch thành sự thật thì lệch %s hộ, lặp lại tỷ lệ năm trước thì lệch %s hộ. Mô hình tốt hơn kế hoạch %s.", \
    "For areas the model is off by %s households (ranked probability score); believing that the plan comes true is off by %s, repeating last year's share by %s. The model is %s better than the plan."
#define TN_W_BACKTEST_WORSE \
    "Theo địa bàn, mô hình lệch trung bình %s hộ (điểm RPS); tin rằng kế hoạch thành sự thật thì lệch %s hộ, lặp lại tỷ lệ năm trước thì lệch %s hộ. Mô hình không tốt hơn kế hoạch.", \
    "For areas the model is off by %s households (ranked probability score); believing that the plan comes true is off by %s, repeating last year's share by %s. The model is no better than the plan."
#define TN_W_BACKTEST_COVER \
    "Khoảng 80 %% của mô hình chứa kết quả thật trong %s số lần; vì số hộ là số nguyên, chính các dự báo này chờ đợi %s.", \
    "The model's 80%% ranges held what happened in %s of the cases; since households are whole numbers, these forecasts themselves expect %s."
#define TN_W_BACKTEST_FEW_YEARS \
    "Các địa bàn trong một năm cùng gặp thuận lợi hay khó khăn như nhau; chỉ %zu năm được dự báo thì chưa đủ để nói chắc mô hình nào hơn.", \
    "Areas share what a year brings; %zu forecast years are too few to be sure which forecaster is better."
#define TN_W_BACKTEST_ONE_YEAR \
    "Các địa bàn trong một năm cùng gặp thuận lợi hay khó khăn như nhau; mới một năm được dự báo thì chưa nói được mô hình nào hơn.", \
    "Areas share what a year brings; one forecast year cannot tell which forecaster is better."
#define TN_W_BACKTEST_SURE \
    "Điểm lôgarit của kế hoạch là vô hạn: kế hoạch không chừa khả năng nào khác, mà kết quả đã khác.", \
    "The plan's log score is infinite: it left no chance to what then happened."

#define TN_W_BACKTEST_T_AREAS "Điểm theo địa bàn (càng thấp càng tốt)", "Scores for areas (less is better)"
#define TN_W_BACKTEST_T_COMMUNES "Điểm cho cả xã (càng thấp càng tốt)", "Scores for whole communes (less is better)"
#define TN_W_BACKTEST_T_QUOTA \
    "Xác suất đạt chỉ tiêu: mô hình nói gì và thực tế ra sao (theo địa bàn)", \
    "Quotas met: what the model said and what happened (areas)"
#define TN_W_BACKTEST_T_PIT \
    "Biểu đồ PIT của mô hình (theo địa bàn): càng đều càng tốt", \
    "The model's PIT histogram (areas): the flatter the better"
#define TN_W_BACKTEST_T_EACH "Từng dự báo", "Every forecast"
#define TN_W_BACKTEST_NOTE_SCORES \
    "RPS: độ lệch tính bằng số hộ. Brier: sai số của xác suất đạt chỉ tiêu. ± là sai số chuẩn, tính theo năm. p PIT nhỏ (dưới 0,05) nghĩa là dự báo lệch hoặc quá tự tin.", \
    "RPS: the distance in households. Brier: the error of the probability to meet the quota. ± is the standard error, by years. A small PIT p (below 0.05) means biased or overconfident forecasts."

#define TN_W_BACKTEST_MODEL "Mô hình", "Model"
#define TN_W_BACKTEST_PLAN "Kế hoạch thành sự thật", "The plan comes true"
#define TN_W_BACKTEST_LAST_YEAR "Tỷ lệ năm trước lặp lại", "Last year's share"

#define TN_W_BACKTEST_C_WHO "Cách dự báo", "Forecaster"
#define TN_W_BACKTEST_C_N "Số dự báo", "Forecasts"
#define TN_W_BACKTEST_C_RPS "RPS", "RPS"
#define TN_W_BACKTEST_C_SE "±", "±"
#define TN_W_BACKTEST_C_LESS "RPS so với kế hoạch", "RPS less the plan's"
#define TN_W_BACKTEST_C_LOG "Lôgarit", "Log"
#define TN_W_BACKTEST_C_BRIER "Brier", "Brier"
#define TN_W_BACKTEST_C_COVER50 "Khoảng 50 % chứa", "50% range holds"
#define TN_W_BACKTEST_C_COVER80 "Khoảng 80 % chứa", "80% range holds"
#define TN_W_BACKTEST_C_COVER90 "Khoảng 90 % chứa", "90% range holds"
#define TN_W_BACKTEST_C_REACH50 "50 %: chờ đợi", "50%: expected"
#define TN_W_BACKTEST_C_REACH80 "80 %: chờ đợi", "80%: expected"
#define TN_W_BACKTEST_C_REACH90 "90 %: chờ đợi", "90%: expected"
#define TN_W_BACKTEST_TINY "< 0,001", "< 0.001"
#define TN_W_BACKTEST_C_PIT_P "p PIT", "PIT p"
#define TN_W_BACKTEST_C_SAID "Xác suất dự báo", "Probability said"
#define TN_W_BACKTEST_C_MET "Thực tế đạt", "Quota met"
#define TN_W_BACKTEST_C_FROM "Từ", "From"
#define TN_W_BACKTEST_C_TO "Đến", "To"
#define TN_W_BACKTEST_C_SHARE "Tỷ lệ dự báo", "Share of forecasts"
#define TN_W_BACKTEST_C_YEAR "Năm", "Year"
#define TN_W_BACKTEST_C_DISTRICT "Huyện", "District"
#define TN_W_BACKTEST_C_COMMUNE "Xã", "Commune"
#define TN_W_BACKTEST_C_AREA "Địa bàn", "Area"
#define TN_W_BACKTEST_C_STATUS "Loại hộ", "Status"
#define TN_W_BACKTEST_C_AT_RISK "Số hộ đầu năm", "Households"
#define TN_W_BACKTEST_C_QUOTA "Chỉ tiêu", "Quota"
#define TN_W_BACKTEST_C_EXITS "Thực tế thoát", "Exits"
#define TN_W_BACKTEST_C_MEAN "Dự báo", "Forecast"
#define TN_W_BACKTEST_C_LOW "Thấp (90 %)", "Low (90%)"
#define TN_W_BACKTEST_C_HIGH "Cao (90 %)", "High (90%)"
#define TN_W_BACKTEST_C_P_QUOTA "Xác suất đạt", "P(quota met)"
#define TN_W_BACKTEST_C_PLAN_RPS "RPS của kế hoạch", "Plan's RPS"
#define TN_W_BACKTEST_C_LAST_RPS "RPS của tỷ lệ năm trước", "Last year's RPS"
#define TN_W_BACKTEST_WHOLE "(cả xã)", "(whole commune)"
#define TN_W_BACKTEST_POOR "Hộ nghèo", "Poor"
#define TN_W_BACKTEST_NEAR_POOR "Hộ cận nghèo", "Near-poor"

#define TN_W_BACKTEST_OPT_PLOT "như --charts", "the same as --charts"
#define TN_W_BACKTEST_OPT_CHARTS \
    "vẽ hai biểu đồ (độ tin cậy, PIT) vào thư mục này", \
    "draw the two charts (reliability, PIT) into this folder"
#define TN_W_BACKTEST_CH_WELL \
    "Xác suất đạt chỉ tiêu đáng tin: dự báo trung bình %s, thực tế đạt %s", \
    "The probabilities to meet a quota can be trusted: %s said on average, %s met"
#define TN_W_BACKTEST_CH_UNSURE \
    "Dự báo đạt chỉ tiêu trung bình %s, thực tế đạt %s: chênh lệch có thể chỉ do ngẫu nhiên", \
    "Quotas met: %s said on average, %s met; chance alone may make the difference"
#define TN_W_BACKTEST_CH_HIGH \
    "Mô hình quá lạc quan: dự báo trung bình %s, thực tế chỉ đạt %s", \
    "The model is too hopeful: %s said on average, only %s met"
#define TN_W_BACKTEST_CH_LOW \
    "Mô hình quá bi quan: dự báo trung bình %s, thực tế đạt %s", \
    "The model is too gloomy: %s said on average, %s met"
#define TN_W_BACKTEST_CH_WHAT \
    "Chỉ tiêu của từng địa bàn được đạt thường xuyên đến đâu so với xác suất đã dự báo, %d đến %d", \
    "How often areas met their quotas, against the probability forecast, %d to %d"
#define TN_W_BACKTEST_CH_SOURCE \
    "Mỗi điểm gộp các dự báo có xác suất gần nhau; số bên cạnh: số dự báo; vạch: khoảng 90 %% nếu coi các dự báo là độc lập. Đường chéo: dự báo đúng bằng thực tế. Mỗi năm chỉ được dự báo từ các năm trước.", \
    "Each point gathers forecasts of similar probability; beside it their number; bars: 90%% ranges as if forecasts were independent. Diagonal: as forecast. Each year is forecast from earlier ones alone."
#define TN_W_BACKTEST_CH_DESCRIPTION \
    "Biểu đồ độ tin cậy của %zu dự báo đạt chỉ tiêu: dự báo trung bình %s, thực tế đạt %s, điểm Brier %s.", \
    "Reliability diagram of %zu forecasts of a quota met: %s said on average, %s met, Brier score %s."
#define TN_W_BACKTEST_CH_X "Xác suất đã dự báo", "Probability forecast"
#define TN_W_BACKTEST_CH_Y "Tỷ lệ thực tế đạt chỉ tiêu", "Share that met the quota"
#define TN_W_BACKTEST_CH_PIT_FLAT \
    "Không thấy dự báo lệch hay quá tự tin (p = %s)", \
    "No sign of biased or overconfident forecasts (p = %s)"
#define TN_W_BACKTEST_CH_PIT_OFF \
    "Dự báo lệch hoặc sai độ tự tin (p = %s)", \
    "Forecasts are biased, or too sure or not sure enough (p = %s)"
#define TN_W_BACKTEST_CH_PIT_UNKNOWN \
    "Chưa đủ năm để biết dự báo có lệch hay không", \
    "Too few years to tell whether forecasts are biased"
#define TN_W_BACKTEST_CH_PIT_WHAT \
    "Kết quả thật rơi vào đâu trong phân bố dự báo (PIT), %s dự báo cho địa bàn, %d đến %d", \
    "Where in its forecast what happened fell (PIT), %s forecasts of areas, %d to %d"
#define TN_W_BACKTEST_CH_PIT_SOURCE \
    "Cột cao bên trái: thực tế thấp hơn dự báo; bên phải: cao hơn; hai đầu cao: quá tự tin; giữa cao: quá dè dặt. PIT không ngẫu nhiên (Czado, Gneiting, Held 2009).", \
    "High bars at the left: less happened than forecast; at the right: more; at both ends: too sure; in the middle: too cautious. Nonrandomised PIT (Czado, Gneiting, Held 2009)."
#define TN_W_BACKTEST_CH_PIT_X "Vị trí trong phân bố dự báo", "Place in the forecast distribution"
#define TN_W_BACKTEST_CH_PIT_LEVEL "đều: 1", "flat: 1"
/* clang-format on */

#endif
