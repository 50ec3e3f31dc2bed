#!/usr/bin/env bash
# Runs the shared evaluation scripts with the floors of floors.txt; fails when a figure falls below its floor.
# Needs ../shared beside the checkout and a built target/release/khabar.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=../shared
khabar=${CARGO_TARGET_DIR:-target}/release/khabar
[ -x "$khabar" ] || cargo build --release

floor() { awk -F'\t' -v name="$1" '$1 == name { print $2 }' tests/floors.txt; }

python3 $shared/eval/check_cases.py $shared/eval/cases.tsv --khabar "$khabar" --floors "$(floor cases)"
python3 $shared/eval/check_lemmas.py $shared/eval/lemmas.tsv --khabar "$khabar" --floors "$(floor lemmas)"
python3 $shared/eval/check_variants.py $shared/eval/variants.tsv $shared/eval/minimal.tsv --khabar "$khabar" --floors "$(floor variants)"
python3 $shared/eval/check_known_item.py $shared/corpora/news.jsonl.gz --khabar "$khabar" --floor "$(floor known-item)"
python3 $shared/eval/check_romanised.py $shared/eval/romanised.tsv --khabar "$khabar" --floors "$(floor romanised)" --max-hits 10
python3 $shared/eval/check_typed.py $shared/eval/typed.tsv $shared/corpora/news.jsonl.gz --khabar "$khabar" --floor "$(floor typed)"
python3 $shared/eval/check_english.py $shared/eval/english.tsv $shared/corpora/news.jsonl.gz --khabar "$khabar" --fallback auto --show 0 --floors "$(floor english)"
"$khabar" eval entities tests/entities/articles/*.txt tests/entities/sentences.txt --floors "$(floor entities)"
