"""The rules of a check: code and severity. Sentence and remedy are in translations/*/loaders.po."""

from types import MappingProxyType

VERSION = "5"  # raise it when a rule or a conversion changes, so that unchanged files load again

RULES = MappingProxyType(
    {
        # the folder and its files
        "missing_file": "error",
        "two_files": "error",
        "not_read": "error",
        "unknown_form": "error",
        "wrong_separator": "error",
        "empty_file": "error",
        "nul_byte": "error",
        "binary_file": "error",
        "long_line": "error",
        "encoding": "error",
        "unreadable_workbook": "error",
        "password": "error",
        "only_hidden": "error",
        "stray_cell": "error",
        "open_quote": "error",
        # columns and rows
        "missing_column": "error",
        "unknown_column": "error",
        "foreign_header": "error",
        "duplicate_column": "error",
        "row_length": "error",
        "beyond_header": "error",
        "merged_cells": "error",
        # cells
        "error_value": "error",
        "uncalculated": "error",
        "empty_cell": "error",
        "unknown_indicator": "error",
        "unknown_region": "error",
        "unknown_unit": "error",
        "unknown_source": "error",
        "unknown_base": "error",
        "unknown_proposal": "error",
        "ambiguous_name": "error",
        "national_figure": "error",
        "name_differs": "error",
        "converted_differs": "error",
        "unknown_word": "error",
        "bad_period": "error",
        "ambiguous_month": "error",
        "bad_date": "error",
        "not_a_number": "error",
        "not_finite": "error",
        "not_positive": "error",
        "not_an_integer": "error",
        "percent_unit": "error",
        # rows together
        "unit_dimension": "error",
        "duplicate_key": "error",
        "future_actual": "error",
        "flow_of_a_day": "error",
        # worth a look, and loaded all the same
        "unknown_file": "warning",
        "title_rows": "warning",
        "hidden_sheet": "warning",
        "sheet_not_read": "warning",
        "hidden_rows": "warning",
        "hidden_columns": "warning",
        "cell_comment": "warning",
        "text_box": "warning",
        "hidden_digits": "warning",
        "unknown_parent": "warning",
        "share_range": "warning",
        "unit_slip": "warning",
        "fraction_of_percent": "warning",
        "above_province": "warning",
        "early_target": "warning",
        "early_actual": "warning",
        "stale_correction": "warning",
        "lost_correction": "warning",
        # said for the record
        "extra_columns": "note",
        "left_empty": "note",
    }
)
