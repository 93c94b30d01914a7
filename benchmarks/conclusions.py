"""How well conclusions are read: precision and recall (`python -m benchmarks.conclusions`).

`found` counts drafts with the expected lead and task, `whole` those of which also contributors,
deadline and product are right. The texts held out are those that the reading was not fitted to.
"""

from tinhgon.domain.documents.directions.tests.measuring import conclusions, measured


def main() -> None:
    for file in ("conclusions.yaml", "held_out.yaml"):
        found = measured(conclusions(file))
        print(file, found)
        for name, value in found.figures.items():
            print(f"  {name:<16} {value:.3f}")


if __name__ == "__main__":
    main()
