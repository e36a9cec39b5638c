"""Generate `factx/lexicons/surnames.txt`: Chinese surnames, compound ones too.

    python scripts/make_surnames.py > factx/lexicons/surnames.txt

From the zh_CN provider of the package Faker; what it misses is kept by hand in `persons.toml`.
"""

from datetime import UTC, datetime
from importlib.metadata import version

from faker.providers.person.zh_CN import Provider


def main() -> None:
    """Print the surnames, one a line, most frequent first."""
    today = datetime.now(tz=UTC).date().isoformat()
    print(f"# from the zh_CN provider of the PyPI package Faker {version('Faker')} (MIT licence), {today}")
    print("\n".join(dict.fromkeys(Provider.last_names)))


if __name__ == "__main__":
    main()
