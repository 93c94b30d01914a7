"""Staff (biên chế, nhân sự): posts and their ledger, officers, assignments, targets."""
