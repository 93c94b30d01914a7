"""The group finds its commands, each in the module that is named for it."""

from importlib import import_module

from tinhgon.registry.cli.group import MODULES, registry


def test_every_command_is_named_with_the_module_it_stands_in():
    for module in {*MODULES.values()}:
        import_module(f"tinhgon.registry.cli.{module}")

    found = {name: made.callback.__module__ for name, made in registry.commands.items()}
    assert found == {name: f"tinhgon.registry.cli.{held}" for name, held in MODULES.items()}
